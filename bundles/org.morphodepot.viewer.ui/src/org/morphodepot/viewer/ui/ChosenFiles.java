package org.morphodepot.viewer.ui;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a user means by files that were chosen or dropped together: a picture is a slice of the scan that its folder is, and so
 * are several TIFF or DICOM files whose names differ only in their numbers. Looks at names only.
 */
final class ChosenFiles {

    /** Two stacks side by side are more likely than a scan of two slices. */
    private static final int SLICES = 3;

    private ChosenFiles() {
    }

    /** Files and folders to open, each once, in the order in which they were chosen. */
    static List<Path> toOpen(List<Path> chosen) {
        Set<Path> open = new LinkedHashSet<>();
        for (Path file : chosen) {
            boolean slice = isPicture(file)
                    || isOftenSlice(file) && chosen.stream().filter(other -> isLike(file, other)).count() >= SLICES;
            Path folder = file.toAbsolutePath().getParent();
            open.add(slice && folder != null ? folder : file);
        }
        return List.copyOf(open);
    }

    private static boolean isPicture(Path file) {
        return name(file).matches(".*\\.(png|jpg|jpeg|bmp)");
    }

    private static boolean isOftenSlice(Path file) {
        return name(file).matches(".*\\.(tif|tiff|dcm|ima)");
    }

    private static boolean isLike(Path file, Path other) {
        return file.resolveSibling("x").equals(other.resolveSibling("x")) && pattern(file).equals(pattern(other));
    }

    private static String pattern(Path file) {
        return name(file).replaceAll("\\d+", "#");
    }

    private static String name(Path file) {
        return file.getFileName() == null ? "" : file.getFileName().toString().toLowerCase(Locale.ROOT);
    }
}
