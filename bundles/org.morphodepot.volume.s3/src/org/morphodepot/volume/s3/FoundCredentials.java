package org.morphodepot.volume.s3;

import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * The credentials of this computer (environment, profile, machine role), or none: public data needs none, and whoever only
 * reads public data should not be asked for any. Thread-safe.
 */
final class FoundCredentials implements AwsCredentialsProvider {

    /** Looking in vain may take seconds, for instance on a computer that is no Amazon machine: not for every request. */
    private static final long REMEMBER_NONE = 60_000_000_000L;

    private final AwsCredentialsProvider places = DefaultCredentialsProvider.builder().build();
    private volatile Long noneAt;

    @Override
    public AwsCredentials resolveCredentials() {
        Long before = noneAt;
        if (before != null && System.nanoTime() - before < REMEMBER_NONE) {
            return none();
        }
        try {
            AwsCredentials found = places.resolveCredentials();
            noneAt = null;
            return found;
        } catch (SdkClientException e) {
            noneAt = System.nanoTime();
            return none();
        }
    }

    /** Looks for credentials and says whether there are none. */
    boolean areNone() {
        resolveCredentials();
        return areMissing();
    }

    /** Whether requests go without credentials because there were none. */
    boolean areMissing() {
        return noneAt != null;
    }

    private static AwsCredentials none() {
        return AnonymousCredentialsProvider.create().resolveCredentials();
    }
}
