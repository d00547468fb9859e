package org.morphodepot.volume.s3;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.morphodepot.volume.Address;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;

/**
 * An S3 address taken apart.
 *
 * @param prefix key of the root object or folder, without slashes at its ends; empty for the whole bucket
 * @param server how to reach the bucket's server
 */
record S3Location(String bucket, String prefix, Server server) {

    private static final Set<String> OPTIONS = Set.of("endpoint", "anonymous", "profile", "region", "path-style");

    /**
     * How to reach a server; stores of equal servers share a client.
     *
     * @param endpoint empty for Amazon
     * @param region empty for the one configured on this computer
     * @param profile empty for the one configured on this computer
     * @param anonymous whether to send no credentials even if there are some
     * @param pathStyle whether the bucket is in the path of requests rather than in the host name
     */
    record Server(Optional<URI> endpoint, Optional<String> region, Optional<String> profile, boolean anonymous,
            boolean pathStyle) {

        /** Host and port for messages. */
        String shown() {
            return endpoint.map(URI::getAuthority).orElse("Amazon S3");
        }
    }

    /** Reads {@code s3://bucket/prefix?options}; {@code environment} gives environment variables. */
    static S3Location of(Address address, Function<String, String> environment) throws VolumeException {
        URI uri = address.uri();
        String bucket = uri.getRawAuthority();
        if (bucket == null || !bucket.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,254}")) {
            throw malformed("an S3 address names a bucket: s3://BUCKET/FOLDER");
        }
        Map<String, String> options = options(uri.getRawQuery());
        Optional<URI> endpoint = endpoint(options, environment);
        boolean pathStyle = option(options, "path-style").map(Boolean::parseBoolean).orElse(endpoint.isPresent());
        Server server = new Server(endpoint, option(options, "region"), option(options, "profile"),
                Boolean.parseBoolean(options.get("anonymous")), pathStyle);
        return new S3Location(bucket, uri.getPath().replaceAll("^/+|/+$", ""), server);
    }

    /** The object's full key. */
    String key(String relative) {
        return prefix.isEmpty() ? relative : relative.isEmpty() ? prefix : prefix + "/" + relative;
    }

    /** The address without options, as messages show it. */
    String shown(String relative) {
        return "s3://" + bucket + "/" + key(relative);
    }

    private static Map<String, String> options(String query) throws VolumeException {
        Map<String, String> options = new LinkedHashMap<>();
        for (String option : query == null ? new String[0] : query.split("&")) {
            int equals = option.indexOf('=');
            String name = equals < 0 ? option : option.substring(0, equals);
            if (!OPTIONS.contains(name)) {
                throw malformed("an S3 address does not know the option \"" + name
                        + "\" (known: endpoint, anonymous, profile, region, path-style)");
            }
            options.put(name, equals < 0 ? "true" : URLDecoder.decode(option.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return options;
    }

    private static Optional<String> option(Map<String, String> options, String name) {
        return Optional.ofNullable(options.get(name)).filter(value -> !value.isBlank());
    }

    private static Optional<URI> endpoint(Map<String, String> options, Function<String, String> environment)
            throws VolumeException {
        Optional<String> text = option(options, "endpoint").or(() -> variable(environment, "AWS_ENDPOINT_URL_S3"))
                .or(() -> variable(environment, "AWS_ENDPOINT_URL"));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI uri = URI.create(text.get());
            if (uri.getHost() != null && uri.getRawUserInfo() == null && ("https".equals(uri.getScheme())
                    || "http".equals(uri.getScheme()))) {
                return Optional.of(uri);
            }
        } catch (IllegalArgumentException e) {
            // said below, without repeating what may contain a password
        }
        throw malformed("the endpoint of an S3 address looks like https://HOST:PORT, without user name and password");
    }

    private static Optional<String> variable(Function<String, String> environment, String name) {
        return Optional.ofNullable(environment.apply(name)).filter(value -> !value.isBlank());
    }

    private static VolumeException malformed(String message) {
        return new VolumeException(Kind.MALFORMED, message);
    }
}
