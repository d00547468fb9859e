package org.morphodepot.work.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.morphodepot.depot.Screenshots;
import org.morphodepot.depot.Screenshots.Shot;
import org.morphodepot.depot.SourcePointer;
import org.morphodepot.github.ForgeAddress;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.spi.Store;
import org.morphodepot.work.Desk;
import org.morphodepot.work.WorkException;

/** Single files of a depot as the forge shows them on the web, without a clone or a sign-in. Blocks. */
public final class DepotFiles {

    private static final int LONGEST_TEXT = 1 << 20;
    private static final int LARGEST_PICTURE = 8 << 20;
    private static final int MOST_PICTURES = 5;
    private static final String ZARR = ".morphodepot/source_zarr";

    private final Desk desk;
    private final ForgeAddress forge;

    public DepotFiles(Desk desk, ForgeAddress forge) {
        this.desk = desk;
        this.forge = forge;
    }

    /** A picture and what it shows; the bytes are a stranger's and can be anything. */
    public record Picture(byte[] bytes, String caption) {
    }

    /** The first pictures of a depot; those that cannot be fetched are left out. */
    public List<Picture> pictures(DepotCard card, Progress progress) {
        List<Picture> pictures = new ArrayList<>();
        for (Shot shot : shots(card).stream().limit(MOST_PICTURES).toList()) {
            progress.check();
            try {
                bytes(card, Screenshots.FOLDER + "/" + shot.file(), LARGEST_PICTURE)
                        .ifPresent(bytes -> pictures.add(new Picture(bytes, DepotCard.line(shot.caption()))));
            } catch (IOException _) {
                // A missing picture is no reason to trouble anybody.
            }
        }
        return pictures;
    }

    private List<Shot> shots(DepotCard card) {
        if (!card.shots().isEmpty()) {
            return card.shots();
        }
        try {
            Optional<String> captions = text(card, Screenshots.FOLDER + "/captions.json");
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= MOST_PICTURES; i++) {
                names.add("screenshot-" + i + ".png");
            }
            return captions.isEmpty() ? List.of() : Screenshots.of(names, captions.get()).shots();
        } catch (IOException _) {
            return List.of();
        }
    }

    /** Where the scan can be opened from: the copy for streaming when it opens, else the file. */
    public Address scan(DepotCard card, Progress progress) throws WorkException {
        try {
            Optional<Address> streamed = zarr(card);
            progress.check();
            return streamed.isPresent() ? streamed.get() : resolved(card, pointer(card));
        } catch (IOException e) {
            throw WorkException.of(e);
        } catch (CancellationException e) {
            throw WorkException.of(e);
        }
    }

    private Optional<Address> zarr(DepotCard card) throws IOException {
        Optional<String> line = text(card, ZARR).map(String::strip).filter(text -> !text.isEmpty());
        if (line.isEmpty()) {
            return Optional.empty();
        }
        try {
            Address address = line.get().startsWith("s3://") ? Address.of(line.get())
                    : resolved(card, new SourcePointer(line.get()));
            try (Dataset _ = desk.volumes().open(address)) {
                return Optional.of(address);
            }
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty(); // the file is the truth
        }
    }

    private Address resolved(DepotCard card, SourcePointer pointer) throws IOException {
        return new Address(pointer.resolve(forge.web(), card.repo().toString()));
    }

    private SourcePointer pointer(DepotCard card) throws IOException {
        for (String file : List.of(SourcePointer.FILE, "master_volume")) {
            Optional<String> text = text(card, file);
            if (text.isPresent()) {
                return new SourcePointer(text.get());
            }
        }
        throw new WorkException(WorkException.Kind.NOT_FOUND, "The depot " + card.repo()
                + " does not say where its scan is (no file source_volume). Ask its owner.");
    }

    /** A small text file; empty when there is none. */
    Optional<String> text(DepotCard card, String path) throws IOException {
        return bytes(card, path, LONGEST_TEXT).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private Optional<byte[]> bytes(DepotCard card, String path, int most) throws IOException {
        try (Store store = desk.volumes().store(root(card))) {
            Optional<byte[]> bytes = store.read(path, 0, most + 1);
            if (bytes.isPresent() && bytes.get().length > most) {
                throw new WorkException(WorkException.Kind.TOO_LARGE, path + " of " + card.repo() + " is too large.");
            }
            return bytes;
        }
    }

    private Address root(DepotCard card) {
        boolean hub = forge.host().equals(ForgeAddress.GITHUB.host());
        return Address.of(hub ? "https://raw.githubusercontent.com/" + card.repo() + "/" + card.branch()
                : forge.web() + "/" + card.repo() + "/raw/" + card.branch());
    }
}
