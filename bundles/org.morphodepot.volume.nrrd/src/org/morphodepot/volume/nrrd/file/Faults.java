package org.morphodepot.volume.nrrd.file;

import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.VolumeException;

/**
 * Makes the errors of one file, so that each names it.
 *
 * @param file how people know the file: its path or address
 */
public record Faults(String file) {

    /** Longest piece of a file's own text repeated in a message. */
    private static final int LONGEST_QUOTE = 60;

    /** The bytes contradict the format or each other. */
    public VolumeException malformed(String what) {
        return of(Kind.MALFORMED, what, null);
    }

    /** Valid, but not read here. */
    public VolumeException unsupported(String what) {
        return of(Kind.UNSUPPORTED, what, null);
    }

    /** Beyond a limit that protects memory or disk. */
    public VolumeException tooLarge(String what) {
        return of(Kind.TOO_LARGE, what, null);
    }

    /** An error of any kind, with its cause or null. */
    public VolumeException of(Kind kind, String what, Throwable cause) {
        return new VolumeException(kind, file + ": " + what, cause);
    }

    /** A file's own text in quotes, shortened and without control characters. */
    public static String quote(String text) {
        String shown = text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "…" : text;
        return '"' + shown.replaceAll("\\p{Cntrl}", "?") + '"';
    }
}
