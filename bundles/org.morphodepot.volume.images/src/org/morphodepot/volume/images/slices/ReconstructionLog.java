package org.morphodepot.volume.images.slices;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.morphodepot.volume.Geometry;

/**
 * The log that Bruker (SkyScan) scanners leave beside their slices: its section {@code [Reconstruction]} has the side of the
 * cubic voxels as {@code Pixel Size (um)=17.4}.
 */
final class ReconstructionLog {

    private static final int LONGEST = 1 << 20;
    private static final Pattern PIXEL = Pattern.compile(
            "(?s)\\[Reconstruction\\].*?\\RPixel Size \\(um\\)=\\s*([0-9.]{1,20})\\s");

    private ReconstructionLog() {
    }

    /** Empty when there is no such log, or more than one. */
    static Optional<Geometry> geometry(Path folder) throws IOException {
        Optional<Geometry> found = Optional.empty();
        for (Path file : SliceFolder.files(folder)) {
            if (file.toString().toLowerCase(Locale.ROOT).endsWith(".log") && Files.size(file) < LONGEST) {
                Optional<Geometry> here = geometry(Files.readString(file, StandardCharsets.ISO_8859_1));
                if (here.isPresent() && found.isPresent()) {
                    return Optional.empty();
                }
                found = here.isPresent() ? here : found;
            }
        }
        return found;
    }

    static Optional<Geometry> geometry(String log) {
        Matcher size = PIXEL.matcher(log);
        if (!size.find()) {
            return Optional.empty();
        }
        try {
            double side = Double.parseDouble(size.group(1));
            return side > 1e-6 && side < 1e6 ? Optional.of(Geometry.of(side, side, side, "micrometer")) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
