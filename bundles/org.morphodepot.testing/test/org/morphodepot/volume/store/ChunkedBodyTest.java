package org.morphodepot.volume.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies of unknown length. */
class ChunkedBodyTest {

    private static DirectStream server(String text) throws IOException {
        return new DirectStream(Channels.newChannel(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII))));
    }

    @Test
    void chunks_areJoined_andWhatFollowsIsLeft() throws IOException {
        DirectStream in = server("4\r\nWiki\r\n00A;name=x\r\npedia in\r\n\r\n0\r\nTrailer: x\r\n\r\nHTTP/1.1 200 OK\r\n");
        try (ChunkedBody body = new ChunkedBody(in)) {
            assertEquals("Wikipedia in\r\n", new String(body.readAllBytes(), StandardCharsets.US_ASCII));
        }
        assertEquals("HTTP/1.1 200 OK", in.line(100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4\r\nWi", "4\r\nWikix0\r\n\r\n", "-1\r\n", "x\r\n", "ffffffffffffffffff\r\n", "0\r\nTrailer"})
    void anythingElse_isRefused(String text) throws IOException {
        try (ChunkedBody body = new ChunkedBody(server(text))) {
            assertThrows(IOException.class, body::readAllBytes);
        }
    }
}
