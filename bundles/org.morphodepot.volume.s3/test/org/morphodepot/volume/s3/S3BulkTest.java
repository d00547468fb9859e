package org.morphodepot.volume.s3;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.morphodepot.testing.web.LoopbackServer;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.spi.BulkStore;
import org.morphodepot.volume.spi.ObjectBody;
import org.morphodepot.volume.spi.ObjectEntry;

/** Listings, ranges and writing of whole objects. */
@Timeout(60)
class S3BulkTest {

    private final FakeS3 s3 = new FakeS3("lab");
    private final LoopbackServer server = new LoopbackServer(s3);
    private final S3Stores stores = new S3Stores(name -> null, Duration.ofSeconds(5), Duration.ofSeconds(5));
    private BulkStore bulk;

    @BeforeEach
    void open() throws IOException {
        bulk = bulk("lab/scans");
    }

    private BulkStore bulk(String path) throws IOException {
        return stores.bulk(Address.of("s3://" + path + "?endpoint=" + server.uri() + "&anonymous=true")).orElseThrow();
    }

    @AfterEach
    void close() throws IOException {
        bulk.close();
        stores.close();
        server.close();
    }

    private List<String> keys(boolean deep) throws IOException {
        List<String> keys = new ArrayList<>();
        assertTrue(bulk.walk("", deep, entry -> keys.add(entry.key() + ":" + entry.size())));
        return keys;
    }

    @Test
    void walk_givesAllPages_withSizes() throws IOException {
        for (int i = 0; i < 8; i++) {
            s3.objects().put("scans/a/" + i, new byte[i]);
        }
        s3.objects().put("scans/b", new byte[5]);
        s3.objects().put("scans/a/", new byte[0]);
        s3.objects().put("other", new byte[5]);
        assertEquals(List.of("a/0:0", "a/1:1", "a/2:2", "a/3:3", "a/4:4", "a/5:5", "a/6:6", "a/7:7", "b:5"), keys(true));
        assertEquals(List.of("a/:-1", "b:5"), keys(false));
    }

    @Test
    void open_streamsARange() throws IOException {
        s3.objects().put("scans/x y", "0123456789".getBytes());
        try (ObjectBody body = bulk.open("x y", 3, 4).orElseThrow()) {
            assertEquals("3456", new String(body.bytes().readAllBytes()));
        }
        assertEquals(Optional.empty(), bulk.open("no", 0, 4));
        assertEquals(new ObjectEntry("x y", 10, bulk.entry("x y").orElseThrow().tag(), Optional.empty()),
                bulk.entry("x y").orElseThrow());
        try (BulkStore one = bulk("lab/scans/x%20y")) {
            assertEquals(10, one.entry("").orElseThrow().size());
        }
    }

    @Test
    void write_sendsOneRequest_withKeysOfAllKinds() throws IOException {
        byte[] bytes = new byte[300_000];
        bytes[299_999] = 7;
        String tag = bulk.write("ü + %41/c", bytes.length, () -> new ByteArrayInputStream(bytes));
        assertArrayEquals(bytes, s3.objects().get("scans/ü + %41/c"));
        assertEquals("0", tag);
        assertEquals(1, server.requests().size());
        bulk.write("empty", 0, () -> new ByteArrayInputStream(new byte[0]));
        assertEquals(0, s3.objects().get("scans/empty").length);
    }

    @Test
    void troubleOfTheSource_isItsOwn() {
        IOException e = assertThrows(IOException.class, () -> bulk.write("x", 10, () -> {
            throw new IOException("the source is gone");
        }));
        assertEquals("the source is gone", e.getMessage());
        assertThrows(IOException.class, () -> bulk.write("x", 10, () -> new ByteArrayInputStream(new byte[3])));
        assertTrue(s3.objects().isEmpty());
    }

    @Test
    void refusal_isExplained() throws IOException {
        s3.lock();
        VolumeException e = assertThrows(VolumeException.class,
                () -> bulk.write("x", 1, () -> new ByteArrayInputStream(new byte[1])));
        assertEquals(VolumeException.Kind.ACCESS_DENIED, e.kind());
        try (BulkStore other = bulk("nobucket/x")) {
            assertThrows(VolumeException.class, () -> other.write("x", 1, () -> new ByteArrayInputStream(new byte[1])));
        }
    }
}
