package org.morphodepot.label.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;

/** A compacted journal that is written beside the open one, to take its place. Closing it removes it, unless it has. */
final class Successor implements AutoCloseable {

    private final Path temporary;
    private final LockedFile file;
    private final JournalCopy copy;
    private volatile boolean inPlace;
    private volatile boolean givenUp;

    private Successor(Path temporary, LockedFile file, JournalCopy copy) {
        this.temporary = temporary;
        this.file = file;
        this.copy = copy;
    }

    /** Named as {@link org.morphodepot.volume.io.AtomicFile#sweep} expects it. */
    static Successor create(Path journal, JournalCompaction plan, BooleanSupplier stopped) throws IOException {
        String random = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        Path temporary = journal.resolveSibling("." + journal.getFileName() + "." + random + ".tmp");
        LockedFile file = LockedFile.open(temporary);
        return new Successor(temporary, file, new JournalCopy(plan, file.channel(), stopped));
    }

    JournalCopy copy() {
        return copy;
    }

    LockedFile file() {
        return file;
    }

    Path temporary() {
        return temporary;
    }

    void force() throws IOException {
        file.channel().force(false);
    }

    /** It has the journal's name now. */
    void tookOver() {
        inPlace = true;
    }

    /** It lacks something, and will not take over. */
    void giveUp() {
        givenUp = true;
    }

    boolean isGivenUp() {
        return givenUp;
    }

    boolean isInPlace() {
        return inPlace;
    }

    @Override
    public void close() throws IOException {
        if (!inPlace) {
            file.close();
            Files.deleteIfExists(temporary);
        }
    }
}
