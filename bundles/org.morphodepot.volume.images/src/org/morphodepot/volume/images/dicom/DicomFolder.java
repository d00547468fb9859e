package org.morphodepot.volume.images.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Whether files look like those of a DICOM series, without reading them all. */
public final class DicomFolder {

    private static final int LOOKS = 12;

    private DicomFolder() {
    }

    /** Whether at least half of the first files that are no ordinary images are DICOM, and they are not the exception. */
    public static boolean isLikely(List<Path> files) throws IOException {
        List<Path> candidates = files.stream().filter(DicomFolder::isCandidate).toList();
        if (candidates.isEmpty() || candidates.size() < files.size() / 2) {
            return false;
        }
        int marked = 0;
        int looks = Math.min(LOOKS, candidates.size());
        for (Path file : candidates.subList(0, looks)) {
            marked += isMarked(file) ? 1 : 0;
        }
        return 2 * marked >= looks;
    }

    private static boolean isCandidate(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.matches(".*\\.(tif|tiff|png|jpg|jpeg|bmp|txt|log|csv|json|xml|html|nrrd|nhdr|nii|gz|zip)|dicomdir");
    }

    static boolean isMarked(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(132);
            if (start.length == 132 && new String(start, 128, 4, StandardCharsets.ISO_8859_1).equals("DICM")) {
                return true;
            }
            return DicomFile.isNamed(file) && start.length > 8 && (start[0] == 2 || start[0] == 8) && start[1] == 0;
        }
    }
}
