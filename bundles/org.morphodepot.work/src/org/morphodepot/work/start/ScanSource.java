package org.morphodepot.work.start;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.morphodepot.depot.ScanChecksum;
import org.morphodepot.depot.SourcePointer;
import org.morphodepot.git.CommitId;
import org.morphodepot.git.FileVersion;
import org.morphodepot.git.WorkFolder;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Progress;
import org.morphodepot.work.Desk;
import org.morphodepot.work.TaskRef;
import org.morphodepot.work.WorkException;

/**
 * Where the scan of a depot is opened from. Pointers are read from {@code main}: task branches and tags may be older. A Zarr copy
 * that {@code .morphodepot/source_zarr} names is streamed; else the file of {@code source_volume} is fetched once.
 */
final class ScanSource {

    static final String ZARR = ".morphodepot/source_zarr";

    private static final List<String> FILES = List.of(SourcePointer.FILE, "master_volume");
    private static final int LONGEST = 8192;

    private final Desk desk;
    private final TaskRef task;
    private final Progress progress;
    private final List<String> notes;

    ScanSource(Desk desk, TaskRef task, Progress progress, List<String> notes) {
        this.desk = desk;
        this.task = task;
        this.progress = progress;
        this.notes = notes;
    }

    Address get(WorkFolder work, CommitId main) throws IOException {
        Optional<Address> streamed = zarr(work, main);
        return streamed.isPresent() ? streamed.get() : Address.of(file(work, main));
    }

    private Optional<Address> zarr(WorkFolder work, CommitId main) throws IOException {
        Optional<String> pointer = text(work, main, ZARR);
        if (pointer.isEmpty()) {
            return Optional.empty();
        }
        try {
            Address address = zarrAddress(pointer.get().strip());
            try (Dataset _ = desk.volumes().open(address)) {
                return Optional.of(address);
            }
        } catch (IOException | IllegalArgumentException e) {
            notes.add("The depot's copy for streaming cannot be used (" + e.getMessage() + "); its NRRD file is.");
            return Optional.empty();
        }
    }

    private Address zarrAddress(String pointer) throws IOException {
        if (pointer.startsWith("s3://")) {
            return Address.of(pointer);
        }
        return new Address(resolved(new SourcePointer(pointer)));
    }

    private URI resolved(SourcePointer pointer) throws IOException {
        return pointer.resolve(task.forge().web(), task.depot().toString());
    }

    private Path file(WorkFolder work, CommitId main) throws IOException {
        Optional<String> pointer = Optional.empty();
        for (int i = 0; i < FILES.size() && pointer.isEmpty(); i++) {
            pointer = text(work, main, FILES.get(i));
        }
        if (pointer.isEmpty()) {
            throw new WorkException(WorkException.Kind.NOT_FOUND, "The depot " + task.depot()
                    + " does not say where its scan is (no file source_volume). Ask its owner.");
        }
        Optional<String> sum = text(work, main, ScanChecksum.FILE);
        if (sum.isEmpty()) {
            notes.add("The depot tells no checksum of its scan, so it could not be checked.");
        }
        Optional<ScanChecksum> checksum = sum.isEmpty() ? Optional.empty() : Optional.of(ScanChecksum.parse(sum.get()));
        return new ScanCache(desk, progress).get(resolved(new SourcePointer(pointer.get())), checksum);
    }

    private static Optional<String> text(WorkFolder work, CommitId commit, String path) throws IOException {
        Optional<FileVersion> version = work.file(commit, path);
        if (version.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = work.open(version.get())) {
            return Optional.of(new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8));
        }
    }
}
