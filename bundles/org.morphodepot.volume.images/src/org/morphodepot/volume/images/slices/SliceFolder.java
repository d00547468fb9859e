package org.morphodepot.volume.images.slices;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.images.plane.Faults;
import org.morphodepot.volume.io.DiskTrouble;

/**
 * The slice images among the files of a folder: the largest set of names that differ only in their numbers, so that
 * previews and logs beside them do not count.
 *
 * @param slices in the natural order of their names; empty when there are none
 * @param others names of other images that were left out
 */
record SliceFolder(Path folder, List<Path> slices, List<String> others) {

    private static final int MOST = 1_000_000;

    static SliceFolder of(Path folder) throws IOException {
        Map<String, List<Path>> sets = new HashMap<>();
        for (Path file : files(folder)) {
            if (isImage(file)) {
                String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
                sets.computeIfAbsent(name.replaceAll("\\d+", "#"), _ -> new ArrayList<>()).add(file);
            }
        }
        List<Path> largest = sets.values().stream().max(Comparator.comparingInt(List::size)).orElse(List.of());
        List<String> others = sets.values().stream().filter(set -> set != largest).flatMap(List::stream)
                .map(file -> file.getFileName().toString()).sorted(NaturalOrder.NAMES).toList();
        List<Path> slices = new ArrayList<>(largest);
        slices.sort(Comparator.comparing(file -> file.getFileName().toString(), NaturalOrder.NAMES));
        return new SliceFolder(folder, List.copyOf(slices), others);
    }

    private static boolean isImage(Path file) {
        return SliceImage.isNamedLikeOne(file.getFileName().toString());
    }

    /** Plain files that are not hidden. */
    static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (!entry.getFileName().toString().startsWith(".") && Files.isRegularFile(entry)) {
                    files.add(checked(files, folder, entry));
                }
            }
        } catch (DirectoryIteratorException e) {
            throw DiskTrouble.reading(folder, e.getCause());
        } catch (IOException e) {
            throw DiskTrouble.reading(folder, e);
        }
        return files;
    }

    private static Path checked(List<Path> files, Path folder, Path entry) throws VolumeException {
        if (files.size() == MOST) {
            throw new Faults(folder.toString()).tooLarge("it has more than " + MOST + " files");
        }
        return entry;
    }
}
