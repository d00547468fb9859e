package org.morphodepot.volume.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;

/** Turns what the operating system says about a local file into one sentence for people. */
public final class DiskTrouble {

    private static final long NEARLY_FULL = 64 << 10;

    private DiskTrouble() {
    }

    /**
     * What to throw when writing {@code file} failed with {@code cause}; a {@link VolumeException} is passed on as
     * it is.
     */
    public static VolumeException writing(Path file, IOException cause) {
        return switch (cause) {
            case VolumeException known -> known;
            case AccessDeniedException _ -> new VolumeException(Kind.ACCESS_DENIED,
                    "cannot write " + file + ": no permission; choose another folder", cause);
            case NoSuchFileException _ -> new VolumeException(Kind.NOT_FOUND,
                    "cannot write " + file + ": the folder does not exist", cause);
            default -> isFull(file, cause) ? full(file, cause) : new VolumeException(Kind.STORAGE,
                    "cannot write " + file + ": " + reason(cause), cause);
        };
    }

    /**
     * What to throw when reading {@code file} failed with {@code cause}; a {@link VolumeException} is passed on as
     * it is.
     */
    public static VolumeException reading(Path file, IOException cause) {
        return switch (cause) {
            case VolumeException known -> known;
            case AccessDeniedException _ -> new VolumeException(Kind.ACCESS_DENIED,
                    "cannot read " + file + ": no permission", cause);
            case NoSuchFileException _ -> new VolumeException(Kind.NOT_FOUND, "there is no file " + file, cause);
            default -> new VolumeException(Kind.STORAGE, "cannot read " + file + ": " + reason(cause), cause);
        };
    }

    private static VolumeException full(Path file, IOException cause) {
        return new VolumeException(Kind.STORAGE,
                "cannot write " + file + ": the disk is full; free some space and try again", cause);
    }

    private static boolean isFull(Path file, IOException cause) {
        String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        if (text.contains("no space left") || text.contains("not enough space") || text.contains("quota exceeded")) {
            return true;
        }
        try {
            Path folder = file.toAbsolutePath().getParent();
            return folder != null && Files.getFileStore(folder).getUsableSpace() < NEARLY_FULL;
        } catch (IOException e) {
            return false;
        }
    }

    private static String reason(IOException cause) {
        String reason = cause instanceof FileSystemException f ? f.getReason() : cause.getMessage();
        return reason == null || reason.isBlank() ? cause.getClass().getSimpleName()
                : reason.lines().findFirst().orElse("");
    }
}
