package org.morphodepot.volume.store.disk;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.morphodepot.volume.Address;

/** What of an address says which data it is; signatures of links differ every time and are left out. */
final class AddressIdentity {

    private static final Set<String> SIGNATURE = Set.of("signature", "expires", "awsaccesskeyid", "key-pair-id", "policy");

    private AddressIdentity() {
    }

    static String of(Address address) {
        URI uri = address.uri();
        String place = uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
        if (uri.getRawQuery() == null) {
            return place;
        }
        return place + "?" + Arrays.stream(uri.getRawQuery().split("&")).filter(option -> !isSignature(option)).sorted()
                .collect(Collectors.joining("&"));
    }

    private static boolean isSignature(String option) {
        String name = option.replaceFirst("=.*", "").toLowerCase(Locale.ROOT);
        return name.startsWith("x-amz-") || SIGNATURE.contains(name);
    }
}
