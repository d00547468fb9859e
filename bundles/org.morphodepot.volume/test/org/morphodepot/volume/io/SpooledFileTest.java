package org.morphodepot.volume.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.io.SpooledFile.Unpacking;

@Timeout(60)
class SpooledFileTest {

    private static final byte[] TEN = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};

    @TempDir
    Path folder;

    private SpooledFile spooled(Unpacking unpacking) {
        return new SpooledFile("scan.nrrd", folder, OptionalLong.empty(), unpacking);
    }

    private static byte[] read(SpooledFile file, long offset, int length) throws IOException {
        byte[] bytes = new byte[length];
        file.read(offset, bytes, 0, length);
        return bytes;
    }

    /** Reads on another thread. */
    private static FutureTask<byte[]> reading(Callable<byte[]> read) {
        FutureTask<byte[]> task = new FutureTask<>(read);
        Thread.ofPlatform().start(task);
        return task;
    }

    @Test
    void bytesThatAreThere_areReadWhileTheRestIsComing() throws Exception {
        CountDownLatch more = new CountDownLatch(1);
        try (SpooledFile file = spooled(sink -> {
            sink.accept(TEN, 0, 10);
            await(more);
            sink.accept(TEN, 2, 5);
        })) {
            assertArrayEquals(TEN, read(file, 0, 10));
            FutureTask<byte[]> waiting = reading(() -> read(file, 8, 4));
            assertThrows(TimeoutException.class, () -> waiting.get(200, TimeUnit.MILLISECONDS));
            more.countDown();
            assertArrayEquals(new byte[] {8, 9, 2, 3}, waiting.get());
            assertThrows(EOFException.class, () -> read(file, 14, 2));
            assertArrayEquals(new byte[] {6}, read(file, 14, 1));
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }

    @Test
    void nothingHappensBeforeTheFirstRead() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        try (SpooledFile _ = spooled(_ -> started.countDown()); Stream<Path> files = Files.list(folder)) {
            assertFalse(started.await(100, TimeUnit.MILLISECONDS));
            assertEquals(0, files.count());
        }
    }

    /** More bytes than were announced cross from one mapped stretch to the next. */
    @Test
    void moreBytesThanAnnounced_areReadToo() throws IOException {
        try (SpooledFile file = new SpooledFile("scan.nrrd", folder, OptionalLong.of(4), sink -> {
            sink.accept(TEN, 0, 3);
            sink.accept(TEN, 3, 7);
        })) {
            assertArrayEquals(new byte[] {3, 4, 5, 6, 7, 8}, read(file, 3, 6));
        }
    }

    @Test
    void failure_isToldToEveryReaderWithAStackOfItsOwn() throws IOException {
        VolumeException cause = new VolumeException(Kind.MALFORMED, "scan.nrrd is damaged");
        try (SpooledFile file = spooled(sink -> {
            sink.accept(TEN, 0, 10);
            throw cause;
        })) {
            VolumeException first = assertThrows(VolumeException.class, () -> read(file, 9, 2));
            VolumeException second = assertThrows(VolumeException.class, () -> read(file, 20, 2));
            assertEquals(Kind.MALFORMED, first.kind());
            assertEquals("scan.nrrd is damaged", second.getMessage());
            assertNotSame(first, second);
            assertArrayEquals(TEN, read(file, 0, 10), "what came before the failure can be read");
        }
    }

    @Test
    void unexpectedTrouble_isAFailureToo() throws IOException {
        try (SpooledFile file = spooled(_ -> {
            throw new IllegalStateException("odd");
        })) {
            IOException e = assertThrows(IOException.class, () -> read(file, 0, 1));
            assertTrue(e.getMessage().startsWith("unpacking scan.nrrd failed: "), e.getMessage());
        }
    }

    @Test
    void closing_stopsTheUnpackerWakesWaitersAndRemovesTheFile() throws Exception {
        CompletableFuture<Boolean> sawIt = new CompletableFuture<>();
        SpooledFile file = spooled(sink -> {
            sink.accept(TEN, 0, 10);
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException _) {
                sawIt.complete(sink.isClosed());
            }
        });
        read(file, 0, 1);
        FutureTask<byte[]> waiting = reading(() -> read(file, 10, 1));
        file.close();
        file.close();
        assertTrue(sawIt.isDone() && sawIt.get(), "closing waits for the unpacker");
        ExecutionException e = assertThrows(ExecutionException.class, waiting::get);
        assertEquals(Kind.STORAGE, assertInstanceOf(VolumeException.class, e.getCause()).kind());
        assertEquals("scan.nrrd has been closed", assertThrows(VolumeException.class, () -> read(file, 0, 1)).getMessage());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void closedBeforeTheFirstRead_neverStarts() throws IOException {
        SpooledFile file = spooled(_ -> {
            throw new AssertionError("started");
        });
        file.close();
        for (int length = 0; length < 2; length++) {
            int count = length;
            VolumeException e = assertThrows(VolumeException.class, () -> read(file, 0, count));
            assertEquals("scan.nrrd has been closed", e.getMessage());
        }
    }

    @Test
    void interruptedReader_stopsWaitingAndTheOthersDoNot() throws Exception {
        CountDownLatch more = new CountDownLatch(1);
        try (SpooledFile file = spooled(sink -> {
            await(more);
            sink.accept(TEN, 0, 10);
        })) {
            CompletableFuture<Throwable> thrown = new CompletableFuture<>();
            Thread impatient = Thread.ofPlatform().start(() -> {
                IOException e = assertThrows(IOException.class, () -> read(file, 0, 1));
                thrown.complete(Thread.currentThread().isInterrupted() ? e : new AssertionError("the mark is lost"));
            });
            FutureTask<byte[]> patient = reading(() -> read(file, 0, 10));
            impatient.interrupt();
            assertEquals(InterruptedIOException.class, thrown.get().getClass());
            more.countDown();
            assertArrayEquals(TEN, patient.get());
        }
    }

    @Test
    void tooLittleRoom_isSaidBeforeUnpacking() throws IOException {
        try (SpooledFile file = new SpooledFile("scan.nrrd", folder, OptionalLong.of(1L << 60), _ -> {
            throw new AssertionError("started");
        })) {
            VolumeException e = assertThrows(VolumeException.class, () -> read(file, 0, 1));
            assertEquals(Kind.STORAGE, e.kind());
            assertTrue(e.getMessage().startsWith("scan.nrrd needs 1,152,921,504,606 MB of temporary space"), e.getMessage());
        }
    }
}
