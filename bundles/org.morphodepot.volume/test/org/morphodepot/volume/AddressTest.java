package org.morphodepot.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "HTTPS://Example.org/a/b.zarr/,   https://Example.org/a/b.zarr, b.zarr",
        "https://h:8001/v1/my scan.nrrd,  https://h:8001/v1/my%20scan.nrrd, my scan.nrrd",
        "s3://my_bucket/p/scan.zarr?endpoint=http://h:1&anonymous=true, "
            + "s3://my_bucket/p/scan.zarr?endpoint=http://h:1&anonymous=true, scan.zarr",
        "s3://my_bucket,                  s3://my_bucket, my_bucket",
        "https://example.org,             https://example.org, example.org",
    })
    void of_readsWhatPeopleType(String typed, String address, String name) {
        assertEquals(address, Address.of(typed).toString());
        assertEquals(name, Address.of(typed).name());
    }

    @Test
    void of_pathAndFileUri_areTheSame() {
        Path file = folder.resolve("my scan ü.nrrd");
        assertEquals(Address.of(file), Address.of(file.toString()));
        assertEquals(Address.of(file), Address.of(file.toUri().toString()));
        assertEquals(file, Address.of(file).path());
        assertTrue(Address.of(file).isFile());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://me:secret@example.org/a", "https://exa mple.org/%zz", "s3://b/%"})
    void of_refusesWhatIsNoAddressOrCarriesSecrets(String typed) {
        assertThrows(IllegalArgumentException.class, () -> Address.of(typed));
    }

    @ParameterizedTest
    @CsvSource({
        "https://h/a/b.zarr,  0/c/1 2,  https://h/a/b.zarr/0/c/1%202, https://h/a/b.zarr/0/c",
        "https://h,           x,        https://h/x,                  https://h",
        "https://h/,          x,        https://h/x,                  https://h",
        "s3://my_b/p,         q%r,      s3://my_b/p/q%25r,            s3://my_b/p",
    })
    void child_encodesAndParentUndoes(String root, String relative, String child, String parent) {
        Address address = Address.of(root).child(relative);
        assertEquals(child, address.toString());
        assertEquals(parent, address.parent().toString().replaceAll("(?<=h)/$", ""));
    }

    @Test
    void child_keepsTheSignatureOfASignedAddressAsWritten() {
        Address signed = Address.of("https://h/a%2Fb/scan.zarr?X-Sig=a%2Fb%2Bc%3D&X-Cred=k%2F2026");
        assertEquals("https://h/a%2Fb/scan.zarr/zarr.json?X-Sig=a%2Fb%2Bc%3D&X-Cred=k%2F2026",
                signed.child("zarr.json").toString());
        assertEquals("https://h/a%2Fb?X-Sig=a%2Fb%2Bc%3D&X-Cred=k%2F2026", signed.parent().toString());
    }

    @Test
    void child_ofAFolder_isThePathBelow() {
        assertEquals(folder.resolve("a/b ü.raw"), Address.of(folder).child("a/b ü.raw").path());
        assertEquals(folder, Address.of(folder).child("a").parent().path());
    }
}
