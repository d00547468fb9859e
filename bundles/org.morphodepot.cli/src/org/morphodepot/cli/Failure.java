package org.morphodepot.cli;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CancellationException;

import org.morphodepot.volume.VolumeException;

/** Says what went wrong in one line. */
final class Failure {

    private Failure() {
    }

    static String describe(Throwable thrown) {
        Throwable e = thrown instanceof UncheckedIOException io ? io.getCause() : thrown;
        return line(switch (e) {
            case VolumeException v -> v.getMessage();
            case CancellationException _ -> "Cancelled; nothing was written";
            case NoSuchFileException n -> n.getFile() + ": no such file";
            case AccessDeniedException a -> a.getFile() + ": access denied";
            case FileSystemException f -> f.getFile() + ": " + f.getReason();
            case OutOfMemoryError _ -> "Not enough memory; give Java more, such as MORPHODEPOT_JAVA_OPTS=-Xmx4g";
            case java.io.IOException io -> io.getMessage() == null ? name(io) : io.getMessage();
            default -> "Unexpected error: " + name(e) + (e.getMessage() == null ? "" : ": " + e.getMessage())
                    + " (--debug shows where)";
        });
    }

    private static String name(Throwable e) {
        return e.getClass().getSimpleName();
    }

    /** The text without line breaks and other control characters, which file names and headers may hold. */
    static String line(String text) {
        return text == null ? "" : text.replaceAll("\\s*\\R\\s*", " ").replaceAll("\\p{Cntrl}", "?").strip();
    }
}
