package org.morphodepot.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @Test
    void webAddressesAndTheForgesOwn_areTaken() {
        assertEquals("skull", RemoteAddress.of("https://github.com/anna/skull.git").name());
        assertEquals("skull", RemoteAddress.of("http://127.0.0.1:8080/anna/skull").name());
        assertEquals("skull", RemoteAddress.of("http://github.localhost/anna/skull.git").name());
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://github.com/a/b", "ssh://git@github.com/a/b", "file:///etc", "/etc", "https://tok@github.com/a/b",
            "https://x:canary@github.com/a/b", "ext::sh -c x", "https://github.com/a/b?x=1" })
    void otherAddresses_areRefusedWithoutRepeatingThem(String address) {
        Exception e = assertThrows(IllegalArgumentException.class, () -> RemoteAddress.of(address));
        assertFalse(e.getMessage().contains("canary"), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "-x", "a..b", "a/", "/a", "HEAD", "x.lock", "a b", "a~1", "a^", "x/.git" })
    void branchNames_thatGitCouldMisread_areRefused(String name) {
        assertThrows(IllegalArgumentException.class, () -> Names.checkBranch(name));
    }

    @Test
    void secret_isNotPrinted() {
        Secret secret = Secret.of("canary");
        assertFalse((secret + " " + SignIn.with(secret)).contains("canary"));
        assertEquals("canary", secret.reveal());
    }
}
