package org.morphodepot.volume.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;

class S3LocationTest {

    @Test
    void of_readsBucketPrefixAndOptions() throws VolumeException {
        S3Location l = location(
                "s3://my_bucket/a b/scan.zarr/?endpoint=https%3A%2F%2Fh%3A8001&region=eu-1&profile=lab&anonymous");
        assertEquals("my_bucket", l.bucket());
        assertEquals("a b/scan.zarr", l.prefix());
        assertEquals("a b/scan.zarr/0/zarr.json", l.key("0/zarr.json"));
        assertEquals(new S3Location.Server(Optional.of(URI.create("https://h:8001")), Optional.of("eu-1"), Optional.of("lab"),
                true, true), l.server());
    }

    @Test
    void of_withoutOptions_isAmazon() throws VolumeException {
        S3Location l = location("s3://bucket");
        assertEquals(new S3Location.Server(Optional.empty(), Optional.empty(), Optional.empty(), false, false), l.server());
        assertEquals("x", l.key("x"));
        assertEquals("s3://bucket/x", l.shown("x"));
        assertFalse(location("s3://b/p?endpoint=http://h&path-style=false").server().pathStyle());
    }

    @Test
    void of_takesTheEndpointFromTheEnvironment_unlessTheAddressHasOne() throws VolumeException {
        Map<String, String> environment = Map.of("AWS_ENDPOINT_URL", "http://general:1", "AWS_ENDPOINT_URL_S3", "http://s3:2");
        assertEquals("http://s3:2", S3Location.of(Address.of("s3://b/p"), environment::get).server().endpoint().get().toString());
        assertEquals("http://own:3", S3Location.of(Address.of("s3://b/p?endpoint=http://own:3"), environment::get).server()
                .endpoint().get().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3:///key", "s3://a:1/key", "s3://b/k?endpoint=h", "s3://b/k?endpoint=file:///etc",
        "s3://b/k?endpoint=https://me:secret@h", "s3://b/k?secret=abc", "s3://..%2f/k", "s3://-b/k"})
    void of_refusesWhatMakesNoSense_withoutRepeatingSecrets(String address) {
        VolumeException e = assertThrows(VolumeException.class, () -> location(address));
        assertEquals(Kind.MALFORMED, e.kind());
        assertFalse(e.getMessage().contains("secret@"), e.getMessage());
        assertTrue(e.getMessage().lines().count() == 1);
    }

    private static S3Location location(String address) throws VolumeException {
        return S3Location.of(Address.of(address), name -> null);
    }
}
