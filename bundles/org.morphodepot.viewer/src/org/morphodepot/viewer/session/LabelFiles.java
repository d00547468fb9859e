package org.morphodepot.viewer.session;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.morphodepot.volume.Address;

/** Which segmentation file belongs to which scan: {@code skull.seg.nrrd} lies beside {@code skull.nrrd}. */
public final class LabelFiles {

    /** How segmentation files end. */
    public static final String SUFFIX = ".seg.nrrd";

    private static final List<String> SCANS = List.of(".nrrd", ".nhdr", ".ome.zarr", ".zarr", "");

    private LabelFiles() {
    }

    public static boolean isLabels(Address address) {
        return address.name().toLowerCase(Locale.ROOT).endsWith(SUFFIX);
    }

    /** A name for the labels of a scan, such as {@code skull.seg.nrrd}. */
    public static String nameFor(Address scan) {
        return stem(scan.name()) + SUFFIX;
    }

    /** The existing labels beside a local scan. */
    static Optional<Path> labelsOf(Address scan) {
        if (!scan.isFile() || scan.path().getParent() == null) {
            return Optional.empty();
        }
        return Optional.of(scan.path().resolveSibling(nameFor(scan))).filter(Files::isRegularFile);
    }

    /** The existing scan beside local labels. */
    static Optional<Address> scanOf(Path labels) {
        String name = labels.getFileName().toString();
        String stem = name.substring(0, name.length() - SUFFIX.length());
        if (stem.isEmpty()) {
            return Optional.empty();
        }
        return SCANS.stream().map(end -> labels.resolveSibling(stem + end)).filter(Files::exists).findFirst()
                .map(Address::of);
    }

    private static String stem(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (String end : List.of(SUFFIX, ".ome.zarr", ".zarr", ".nrrd", ".nhdr")) {
            if (lower.endsWith(end) && lower.length() > end.length()) {
                return name.substring(0, name.length() - end.length());
            }
        }
        return name;
    }
}
