package org.morphodepot.volume.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.junit.jupiter.api.Test;

class LenientUtf8Test {

    @Test
    void validUtf8_isReadAsUsual() {
        String text = "os frontal é 骨 \uD83E\uDDB4";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        assertEquals(text, LenientUtf8.decode(bytes, 0, bytes.length));
        assertArrayEquals(bytes, LenientUtf8.encode(text));
    }

    @Test
    void latin1_comesBackByteForByte() {
        byte[] bytes = "Schädel größer".getBytes(StandardCharsets.ISO_8859_1);

        String text = LenientUtf8.decode(bytes, 0, bytes.length);

        assertEquals(bytes.length, text.length());
        assertArrayEquals(bytes, LenientUtf8.encode(text));
    }

    @Test
    void anyBytes_comeBackByteForByte() {
        Random random = new Random(7);
        for (int round = 0; round < 2000; round++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            assertArrayEquals(bytes, LenientUtf8.encode(LenientUtf8.decode(bytes, 0, bytes.length)));
        }
    }
}
