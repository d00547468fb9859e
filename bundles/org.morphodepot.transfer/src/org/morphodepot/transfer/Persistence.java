package org.morphodepot.transfer;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ThreadLocalRandom;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.spi.StoreBusyException;

/** Tries again what may pass, after pauses that grow and differ from one another. */
final class Persistence {

    private static final int TRIES = 4;
    private static final long FIRST_PAUSE_MILLIS = 250;

    private Persistence() {
    }

    interface Attempt<T> {
        T run() throws IOException;
    }

    static <T> T tryAgain(Attempt<T> attempt) throws IOException {
        for (int n = 1;; n++) {
            try {
                return attempt.run();
            } catch (IOException e) {
                if (n == TRIES || !mayPass(e)) {
                    throw e;
                }
            }
            pause(FIRST_PAUSE_MILLIS << n);
        }
    }

    private static boolean mayPass(IOException e) {
        return e instanceof StoreBusyException || e instanceof VolumeException v && v.kind() == Kind.UNREACHABLE;
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(millis / 2, millis));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("cancelled");
        }
    }
}
