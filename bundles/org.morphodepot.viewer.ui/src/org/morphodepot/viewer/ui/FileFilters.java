package org.morphodepot.viewer.ui;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.morphodepot.volume.spi.VolumeFormat;

/**
 * The filters of the dialog that opens files: all we can read first, then format by format, then everything.
 *
 * @param names for people
 * @param patterns such as {@code *.nrrd;*.nhdr}, one for each name
 */
record FileFilters(List<String> names, List<String> patterns) {

    static FileFilters of(List<VolumeFormat> formats) {
        List<String> names = new ArrayList<>();
        List<String> patterns = new ArrayList<>();
        Set<String> all = new LinkedHashSet<>();
        for (VolumeFormat format : formats) {
            if (!format.filePatterns().isEmpty()) {
                all.addAll(format.filePatterns());
                names.add(format.title() + " (" + String.join(", ", format.filePatterns()) + ")");
                patterns.add(joined(format.filePatterns()));
            }
        }
        if (!all.isEmpty()) {
            names.addFirst("Scans and segmentations");
            patterns.addFirst(joined(all));
        }
        names.add("All files");
        patterns.add("*");
        return new FileFilters(names, patterns);
    }

    /** Also in capitals: some dialogs tell them apart. */
    private static String joined(Iterable<String> patterns) {
        List<String> both = new ArrayList<>();
        for (String pattern : patterns) {
            both.add(pattern);
            both.add(pattern.toUpperCase(Locale.ROOT));
        }
        return String.join(";", both);
    }
}
