package org.morphodepot.volume.store.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.testing.web.LoopbackServer;
import org.morphodepot.testing.web.Responder;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.spi.BulkStore;
import org.morphodepot.volume.store.HttpStores;

/** A TIFF file on a web server is opened. */
@Timeout(60)
class WholeFilesTest {

    @TempDir
    private Path remote;
    @TempDir
    private Path local;
    private final AtomicLong budget = new AtomicLong(50_000_000);
    private LoopbackServer server;
    private DiskCache cache;

    @BeforeEach
    void start() throws IOException {
        cache = new DiskCache(local.resolve("cache"), budget::get);
        Responder files = Responder.folder(remote);
        server = new LoopbackServer(request -> {
            Path file = remote.resolve(request.path().substring(1));
            var reply = files.answer(request);
            return Files.isRegularFile(file)
                    ? reply.with("ETag", "\"" + Arrays.hashCode(Files.readAllBytes(file)) + "\"") : reply;
        });
        Files.writeString(remote.resolve("skull.tif"), "first");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String fetched(Progress progress) throws IOException {
        try (BulkStore store = new HttpStores().bulk(server.address("/skull.tif")).orElseThrow()) {
            Path file = cache.whole(store, progress);
            assertEquals("skull.tif", file.getFileName().toString());
            return Files.readString(file);
        }
    }

    private List<Path> kept() throws IOException {
        if (!Files.exists(cache.folder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(cache.folder())) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void secondOpening_fetchesNothing() throws IOException {
        assertEquals("first", fetched(Progress.NONE));
        int asked = server.requests().size();
        assertEquals("first", fetched(Progress.NONE));
        assertTrue(server.requests().stream().skip(asked).allMatch(request -> request.method().equals("HEAD")
                || request.header("range").filter("bytes=0-0"::equals).isPresent()), "only its tag is asked for");
        assertEquals(5, cache.size());
    }

    @Test
    void changedFile_isFetchedAgainInThePlaceOfTheOld() throws IOException {
        fetched(Progress.NONE);
        Files.writeString(remote.resolve("skull.tif"), "other");
        assertEquals("other", fetched(Progress.NONE));
        assertEquals(1, kept().size());
    }

    @Test
    void withoutNetwork_theKnownOneIsGiven() throws IOException {
        fetched(Progress.NONE);
        server.close();
        assertEquals("first", fetched(Progress.NONE));
    }

    @Test
    void cancelledFetch_leavesNothing() throws IOException {
        Progress impatient = new Progress() {
            @Override
            public void report(long done, long total, String what) {
                assertEquals("Fetching skull.tif", what);
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThrows(CancellationException.class, () -> fetched(impatient));
        assertEquals(List.of(), kept());
    }

    @Test
    void tooLargeFile_isRefusedWithTheNextStep() {
        budget.set(8);
        VolumeException refused = assertThrows(VolumeException.class, () -> fetched(Progress.NONE));
        assertEquals(Kind.TOO_LARGE, refused.kind());
        assertTrue(refused.getMessage().contains("Preferences > Disk Cache"), refused.getMessage());
    }

    @Test
    void missingFile_isSaid() throws IOException {
        Files.delete(remote.resolve("skull.tif"));
        assertEquals(Kind.NOT_FOUND, assertThrows(VolumeException.class, () -> fetched(Progress.NONE)).kind());
    }

    @Test
    void names_cannotLeadElsewhere() {
        assertEquals("__..__etc_x", WholeFiles.harmless("..\\../\\etc:x"));
        assertEquals("_", WholeFiles.harmless(".."));
        assertEquals(80, WholeFiles.harmless("x".repeat(500) + ".nii.gz").length());
        assertTrue(WholeFiles.harmless("x".repeat(500) + ".nii.gz").endsWith(".nii.gz"));
    }

    @Test
    void empty_removesOursAndNothingElse() throws IOException {
        fetched(Progress.NONE);
        Path stranger = Files.writeString(cache.folder().resolve("thesis.doc"), "mine");
        Path folder = Files.createDirectories(cache.folder().resolve("pictures/a"));
        Files.writeString(folder.resolve("b.png"), "mine");
        cache.empty();
        assertEquals(0, cache.size());
        assertTrue(Files.exists(stranger) && Files.exists(folder.resolve("b.png")));
        assertEquals(2, kept().size());
        assertFalse(kept().stream().anyMatch(file -> file.endsWith("skull.tif")));
    }

    @Test
    void smallerBudget_neverTakesFilesOfOthers() throws Exception {
        fetched(Progress.NONE);
        Path stranger = Files.writeString(cache.folder().resolve("thesis.doc"), "mine");
        cache.budget(0);
        while (kept().size() > 1) {
            Thread.sleep(5);
        }
        assertEquals(List.of(stranger), kept());
    }
}
