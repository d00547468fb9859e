package org.morphodepot.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.transfer.Item.State;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.Volumes;

class TransferTest {

    private static final long PART = 5 << 20;

    @TempDir
    Path folder;

    private final MemoryPlace memory = new MemoryPlace();
    private final Volumes volumes = Volumes.fromClassPath();
    private final List<Item> items = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void know() {
        volumes.addStore(memory);
    }

    private Path file(String name, int size) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        byte[] bytes = new byte[size];
        new Random(name.hashCode()).nextBytes(bytes);
        return Files.write(file, bytes);
    }

    private TransferOrder order(Object from, Object to) {
        return TransferOrder.copy(Source.of(from.toString()), Target.of(to.toString()));
    }

    private TransferOrder careful(Object from, Object to, boolean sync) {
        return new TransferOrder(Source.of(from.toString()), Target.of(to.toString()), sync, false, false, true, true, 3, PART,
                OptionalLong.empty());
    }

    private Transfer transfer(TransferOrder order) {
        return new Transfer(order, volumes, new TransferListener() {
            @Override
            public void changed(Item item) {
                items.add(item);
            }
        });
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(f -> folder.relativize(f).toString().replace('\\', '/'))
                    .collect(java.util.stream.Collectors.toSet());
        }
    }

    @Test
    void folder_isCopiedWithAllThatIsInIt() throws IOException {
        file("a/1.bin", 1000);
        file("a/b/2.bin", 0);
        file("a/b/c/3.bin", 300_000);
        Totals totals = transfer(order(folder.resolve("a"), folder.resolve("copy"))).run();
        assertEquals(Set.of("1.bin", "b/2.bin", "b/c/3.bin"), names(folder.resolve("copy")));
        assertEquals(-1, Files.mismatch(folder.resolve("a/b/c/3.bin"), folder.resolve("copy/b/c/3.bin")));
        assertEquals(3, totals.done());
        assertEquals(301_000, totals.doneBytes());
        assertEquals(301_000, totals.bytes());
    }

    @Test
    void singleFile_getsTheNewName_orKeepsItsOwnInAFolder() throws IOException {
        Path file = file("a/1.bin", 10);
        transfer(order(file, folder.resolve("new.bin"))).run();
        transfer(order(file, folder.resolve("deep/down") + "/")).run();
        Files.createDirectories(folder.resolve("there"));
        transfer(order(file, folder.resolve("there"))).run();
        transfer(order(file, "mem://bucket/x/y.bin")).run();
        assertTrue(Files.exists(folder.resolve("new.bin")));
        assertTrue(Files.exists(folder.resolve("deep/down/1.bin")));
        assertTrue(Files.exists(folder.resolve("there/1.bin")));
        assertEquals(Set.of("x/y.bin"), memory.objects.keySet());
    }

    @Test
    void wildcards_chooseFiles() throws IOException {
        for (String name : List.of("s1.tif", "s2.tif", "s3.png", "sub/s4.tif", "sub/deep/s5.tif")) {
            file("a/" + name, 10);
        }
        transfer(order(folder.resolve("a") + "/s*.tif", folder.resolve("one"))).run();
        transfer(order(folder.resolve("a") + "/**/*.tif", folder.resolve("all"))).run();
        transfer(order(folder.resolve("a") + "/s[12].t?f", folder.resolve("set"))).run();
        assertEquals(Set.of("s1.tif", "s2.tif"), names(folder.resolve("one")));
        assertEquals(Set.of("s1.tif", "s2.tif", "sub/s4.tif", "sub/deep/s5.tif"), names(folder.resolve("all")));
        assertEquals(Set.of("s1.tif", "s2.tif"), names(folder.resolve("set")));
    }

    @Test
    void sync_copiesWhatIsMissingOrNewerOrOfAnotherSize() throws IOException {
        Path same = file("a/same", 10);
        Path newer = file("a/newer", 10);
        file("a/longer", 20);
        file("a/missing", 5);
        Path target = folder.resolve("b");
        transfer(order(folder.resolve("a"), target)).run();
        Files.write(target.resolve("longer"), new byte[3]);
        Files.delete(target.resolve("missing"));
        Files.setLastModifiedTime(same, FileTime.from(Instant.EPOCH));
        Files.setLastModifiedTime(newer, FileTime.from(Instant.now().plusSeconds(60)));
        file("b/extra", 1);
        Totals totals = transfer(careful(folder.resolve("a"), target, true)).run();
        assertEquals(3, totals.done());
        assertEquals(1, totals.skipped());
        assertTrue(Files.exists(target.resolve("extra")));
        TransferOrder cleaning = new TransferOrder(Source.of(folder.resolve("a").toString()), Target.of(target.toString()), true,
                true, false, false, false, 2, PART, OptionalLong.empty());
        assertEquals(1, transfer(cleaning).run().deleted());
        assertEquals(Set.of("same", "newer", "longer", "missing"), names(target));
    }

    @Test
    void dryRun_touchesNothing() throws IOException {
        file("a/1", 10);
        TransferOrder dry = new TransferOrder(Source.of(folder.resolve("a").toString()),
                Target.of(folder.resolve("b").toString()), false, false, true, false, false, 2, PART, OptionalLong.empty());
        assertEquals(1, transfer(dry).run().done());
        assertFalse(Files.exists(folder.resolve("b")));
    }

    @Test
    void largeFiles_goInParts_andTheirChecksumIsRight() throws Exception {
        Path file = file("a/big", 3 * (int) PART + 12345);
        String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        transfer(careful(file, "mem://bucket/big", false)).run();
        assertArrayEquals(Files.readAllBytes(file), memory.objects.get("big"));
        assertEquals(4, memory.written.get());
        assertEquals(sha256, items.getLast().sha256().orElseThrow());
        transfer(careful("mem://bucket/big", folder.resolve("back"), false)).run();
        assertEquals(-1, Files.mismatch(file, folder.resolve("back")));
        assertEquals(Set.of("a/big", "back"), names(folder), "nothing is left over");
    }

    @Test
    void storeToStore_goesThroughMemory() throws IOException {
        memory.objects.put("a/1", new byte[100]);
        memory.objects.put("a/2", new byte[3 * (int) PART]);
        Totals totals = transfer(careful("mem://bucket/a", "mem://bucket/b", false)).run();
        assertEquals(2, totals.done());
        assertArrayEquals(memory.objects.get("a/2"), memory.objects.get("b/2"));
    }

    @Test
    void brokenTransfer_goesOnWithTheMissingParts() throws IOException {
        Path file = file("a/big", 4 * (int) PART);
        memory.objects.put("big", Files.readAllBytes(file));
        memory.failures.set(1000);
        assertEquals(1, transfer(careful("mem://bucket/big", folder.resolve("b"), false)).run().failed());
        memory.failures.set(0);
        transferOnePart();
        memory.opened.set(0);
        assertEquals(1, transfer(order5("mem://bucket/big", folder.resolve("b"))).run().done());
        assertEquals(3, memory.opened.get(), "one part was there already");
        assertEquals(-1, Files.mismatch(file, folder.resolve("b")));
    }

    private TransferOrder order5(Object from, Object to) {
        return new TransferOrder(Source.of(from.toString()), Target.of(to.toString()), false, false, false, false, false, 3, PART,
                OptionalLong.empty());
    }

    /** As if the program had ended after the second part. */
    private void transferOnePart() throws IOException {
        try (var to = volumes.bulk(Target.of(folder.resolve("b").toString()).address());
                var from = volumes.bulk(Source.of("mem://bucket/big").base())) {
            var entry = from.entry("").orElseThrow();
            String state = entry.tag() + "@" + entry.modified().orElseThrow();
            try (var parts = to.writeInParts("", entry.size(), PART, state)) {
                parts.write(1, PART, () -> from.open("", PART, PART).orElseThrow().bytes());
            }
        }
    }

    @Test
    void passingTrouble_isTriedAgain_otherFilesGoOn() throws IOException {
        memory.objects.put("a/1", new byte[100]);
        memory.objects.put("a/2", new byte[100]);
        memory.failures.set(2);
        assertEquals(2, transfer(order("mem://bucket/a", folder.resolve("b"))).run().done());
        memory.failures.set(4);
        TransferOrder one = new TransferOrder(Source.of("mem://bucket/a"), Target.of(folder.resolve("c").toString()), false,
                false, false, false, false, 1, PART, OptionalLong.empty());
        Transfer transfer = transfer(one);
        Totals totals = transfer.run();
        assertEquals(1, totals.failed());
        assertEquals(1, totals.done());
        assertEquals("the store is busy", items.stream().filter(i -> i.state() == State.FAILED).findFirst().orElseThrow()
                .problem().orElseThrow());
        Totals again = transfer.retry();
        assertEquals(0, again.failed());
        assertEquals(2, again.done());
    }

    @Test
    void spoiledCopies_areNoticed_whenVerifying() throws IOException {
        Path file = file("a/1", 1000);
        memory.spoils = true;
        assertEquals(0, transfer(order(file, "mem://bucket/x")).run().failed());
        assertEquals(1, transfer(careful(file, "mem://bucket/x", false)).run().failed());
        assertTrue(items.getLast().problem().orElseThrow().contains("differs"));
    }

    @Test
    void limit_isKept() throws IOException {
        file("a/1", 300_000);
        file("a/2", 300_000);
        Totals totals = transfer(order(folder.resolve("a"), folder.resolve("b")).limited(400_000)).run();
        assertTrue(totals.seconds() > 0.6 && totals.seconds() < 20, "took " + totals.seconds());
    }

    @Test
    void pause_holdsBytesBack_andCancelEndsIt() throws Exception {
        file("a/1", 3_000_000);
        Transfer transfer = transfer(order(folder.resolve("a"), folder.resolve("b")));
        transfer.pause();
        CompletableFuture<Totals> run = CompletableFuture.supplyAsync(() -> {
            try {
                return transfer.run();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThrows(TimeoutException.class, () -> run.get(300, TimeUnit.MILLISECONDS));
        transfer.cancel();
        ExecutionException e = assertThrows(ExecutionException.class, () -> run.get(20, TimeUnit.SECONDS));
        assertTrue(e.getCause() instanceof CancellationException, e.toString());
        assertEquals(Set.of("a/1"), names(folder));
    }

    @Test
    void resume_goesOn() throws Exception {
        file("a/1", 3_000_000);
        Transfer transfer = transfer(order(folder.resolve("a"), folder.resolve("b")));
        transfer.pause();
        Thread later = Thread.startVirtualThread(() -> {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            transfer.resume();
        });
        assertEquals(1, transfer.run().done());
        later.join();
    }

    @Test
    void nothingThere_isSaid() {
        for (String from : List.of(folder.resolve("no").toString(), "mem://bucket/no", folder + "/*.tif")) {
            VolumeException e = assertThrows(VolumeException.class, () -> transfer(order(from, folder.resolve("b"))).run());
            assertEquals(VolumeException.Kind.NOT_FOUND, e.kind(), e.getMessage());
        }
    }

    @Test
    void folderIntoItself_isRefused() throws IOException {
        file("a/1", 10);
        assertThrows(VolumeException.class, () -> transfer(order(folder.resolve("a"), folder.resolve("a/b"))).run());
        assertThrows(VolumeException.class, () -> transfer(order(folder.resolve("a"), folder.resolve("a"))).run());
    }

    @Test
    void keysThatLeadOut_failAlone() throws IOException {
        memory.objects.put("a/../../evil", new byte[5]);
        memory.objects.put("a/good", new byte[5]);
        Totals totals = transfer(order("mem://bucket/a", folder.resolve("b"))).run();
        assertEquals(1, totals.failed());
        assertEquals(Set.of("good"), names(folder.resolve("b")));
        assertFalse(Files.exists(folder.resolve("evil")));
    }

    @Test
    void listing_tellsFilesAndSums() throws IOException {
        file("a/1", 10);
        file("a/b/2", 20);
        Source source = Source.of(folder.resolve("a").toString());
        assertEquals(List.of("1", "b/"), Listing.of(source, false, volumes).stream().map(e -> e.key()).toList());
        assertEquals(List.of("1", "b/2"), Listing.of(source, true, volumes).stream().map(e -> e.key()).toList());
        assertEquals(new Listing.Usage(2, 30), Listing.usage(source, volumes));
        assertEquals(new Listing.Usage(1, 20), Listing.usage(Source.of(folder.resolve("a") + "/b/*"), volumes));
    }
}
