package org.morphodepot.volume.images.plane;

import java.io.IOException;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;

/**
 * Makes the errors of one file or folder, so that each names it.
 *
 * @param file how people know it: its path
 */
public record Faults(String file) {

    private static final int LONGEST_QUOTE = 60;

    /** Something that takes apart bytes of a file and may meet anything. */
    @FunctionalInterface
    public interface Reading<T> {
        T read() throws IOException;
    }

    /** The bytes contradict the format or each other. */
    public VolumeException malformed(String what) {
        return new VolumeException(Kind.MALFORMED, file + ": " + what);
    }

    /** Valid, but not read here. */
    public VolumeException unsupported(String what) {
        return new VolumeException(Kind.UNSUPPORTED, file + ": " + what);
    }

    /** Beyond a limit that protects memory. */
    public VolumeException tooLarge(String what) {
        return new VolumeException(Kind.TOO_LARGE, file + ": " + what);
    }

    /**
     * Runs {@code reading}; whatever a decoder throws at damaged bytes becomes one sentence. Decoders we did not write answer
     * with all sorts of runtime exceptions.
     */
    public <T> T guarding(Reading<T> reading) throws VolumeException {
        try {
            return reading.read();
        } catch (VolumeException e) {
            throw e;
        } catch (java.nio.file.AccessDeniedException e) {
            throw new VolumeException(Kind.ACCESS_DENIED, "cannot read " + file + ": no permission", e);
        } catch (java.io.FileNotFoundException | java.nio.file.NoSuchFileException e) {
            throw new VolumeException(Kind.NOT_FOUND, "cannot read " + file + ": it is gone or may not be read", e);
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new VolumeException(Kind.MALFORMED, file + ": it is damaged or incomplete" + reason(e), e);
        }
    }

    private static String reason(Throwable e) {
        String text = e instanceof IOException ? e.getMessage() : null;
        return text == null || text.isBlank() ? "" : " (" + quoted(text) + ")";
    }

    /** Somebody else's text, shortened and in one line. */
    public static String quoted(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() > LONGEST_QUOTE ? line.substring(0, LONGEST_QUOTE) + "…" : line;
    }
}
