package org.morphodepot.volume.s3;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;

import javax.net.ssl.SSLException;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Puts trouble with an object store into sentences. Only codes of the server are used, never its text, which may repeat key
 * ids and signatures.
 */
final class S3Trouble {

    private final S3Location location;
    private final S3Connection connection;

    S3Trouble(S3Location location, S3Connection connection) {
        this.location = location;
        this.connection = connection;
    }

    /** Whether the server said that there is no such object, though there is such a bucket. */
    static boolean isMissingObject(RuntimeException e) {
        return e instanceof S3Exception s3 && s3.statusCode() == 404 && !code(s3).equals("NoSuchBucket");
    }

    VolumeException noBucket() {
        return new VolumeException(Kind.NOT_FOUND, "there is no bucket " + location.bucket() + " at " + host()
                + "; check the spelling" + (connection.server().endpoint().isPresent() ? ""
                        : ", or add ?endpoint=https://HOST for a store that is not Amazon's"));
    }

    /** What to throw when {@code verb} ("read", "write", …) failed for {@code key}. */
    IOException explain(String key, String verb, RuntimeException e) {
        if (Thread.currentThread().isInterrupted() || cause(e, AbortedException.class).isPresent()
                || cause(e, InterruptedException.class).isPresent()) {
            Thread.currentThread().interrupt();
            return new InterruptedIOException(location.shown(key) + ": cancelled");
        }
        Optional<VolumeException> ours = cause(e, VolumeException.class);
        if (ours.isPresent()) {
            return ours.get();
        }
        return e instanceof S3Exception answer ? answered(key, verb, answer) : unanswered(key, e);
    }

    private VolumeException answered(String key, String verb, S3Exception e) {
        String what = host() + " did not " + verb + " " + location.shown(key) + " (" + e.statusCode()
                + (code(e).isEmpty() ? "" : " " + code(e)) + ")";
        return switch (code(e)) {
            case "NoSuchBucket" -> noBucket();
            case "InvalidAccessKeyId", "SignatureDoesNotMatch", "ExpiredToken", "InvalidToken" -> new VolumeException(
                    Kind.ACCESS_DENIED, host() + " does not accept the credentials of this computer (" + code(e)
                            + "); check them, name others with ?profile=NAME or use none with ?anonymous=true", e);
            case "RequestTimeTooSkewed" -> new VolumeException(Kind.ACCESS_DENIED, host()
                    + " refuses because the clock of this computer is wrong; set it and try again", e);
            case "PermanentRedirect", "AuthorizationHeaderMalformed", "IllegalLocationConstraintException" -> wrongRegion(e);
            default -> switch (e.statusCode()) {
                case 401, 403 -> new VolumeException(Kind.ACCESS_DENIED, what + accessAdvice(), e);
                case 301, 307 -> wrongRegion(e);
                case 507 -> new VolumeException(Kind.STORAGE, what + ": it is full", e);
                default -> new VolumeException(Kind.UNREACHABLE, what + (e.statusCode() >= 500 ? "; try again later"
                        : "; check the address"), e);
            };
        };
    }

    private VolumeException wrongRegion(S3Exception e) {
        Optional<String> region = Optional.ofNullable(e.awsErrorDetails()).map(AwsErrorDetails::sdkHttpResponse)
                .flatMap(answer -> answer.firstMatchingHeader("x-amz-bucket-region"))
                .filter(name -> name.matches("[a-z0-9-]{1,40}"));
        return new VolumeException(Kind.UNREACHABLE, "the bucket " + location.bucket() + " is in another region; add ?region="
                + region.orElse("NAME") + " to the address", e);
    }

    private String accessAdvice() {
        if (connection.server().anonymous()) {
            return "; it may not be used without credentials: remove anonymous=true from the address";
        }
        return connection.credentialsAreMissing()
                ? "; it may be private, and no credentials were found: set them up (for example with 'aws configure')"
                        + " or ask its owner for access"
                : "; the credentials in use are not enough: ask its owner for access or name others with ?profile=NAME";
    }

    private VolumeException unanswered(String key, RuntimeException e) {
        if (cause(e, UnknownHostException.class).isPresent()) {
            return unreachable("no computer of that name is known; check the address and the network connection", e);
        }
        if (cause(e, SSLException.class).isPresent()) {
            return unreachable("no secure connection; check the address (http or https) and the clock of this computer", e);
        }
        if (cause(e, SocketTimeoutException.class).isPresent() || cause(e, ApiCallTimeoutException.class).isPresent()) {
            return unreachable("it does not answer; check the network connection or try again later", e);
        }
        if (cause(e, ConnectException.class).isPresent()) {
            return unreachable("it refuses the connection; check the address or try again later", e);
        }
        if (cause(e, IOException.class).isPresent()) {
            return new VolumeException(Kind.UNREACHABLE, "the connection to " + host() + " broke off at " + location.shown(key)
                    + "; try again", e);
        }
        boolean profile = connection.server().profile().isPresent();
        return new VolumeException(profile ? Kind.ACCESS_DENIED : Kind.UNREACHABLE, profile
                ? "the profile " + connection.server().profile().get() + " gives no credentials; see 'aws configure --profile "
                        + connection.server().profile().get() + "'"
                : host() + " cannot be used for " + location.shown(key) + "; check the address", e);
    }

    private VolumeException unreachable(String why, RuntimeException e) {
        return new VolumeException(Kind.UNREACHABLE, "cannot reach " + host() + ": " + why, e);
    }

    private String host() {
        return connection.server().shown();
    }

    private static String code(S3Exception e) {
        AwsErrorDetails details = e.awsErrorDetails();
        String code = details == null ? null : details.errorCode();
        return code != null && code.matches("[A-Za-z]{1,60}") ? code : "";
    }

    private static <T extends Throwable> Optional<T> cause(Throwable e, Class<T> type) {
        int depth = 0;
        for (Throwable t = e; t != null && depth < 20; t = t.getCause(), depth++) {
            if (type.isInstance(t)) {
                return Optional.of(type.cast(t));
            }
        }
        return Optional.empty();
    }
}
