package org.morphodepot.volume.s3;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/**
 * Signs requests as Amazon's Signature Version 4 has it (docs.aws.amazon.com, "Authenticating Requests: Using the Authorization
 * Header"), without the body: bodies are sent once and need not be read beforehand. Thread-safe.
 */
final class Signature {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String BODY = "UNSIGNED-PAYLOAD";

    private final String region;
    private volatile Key last;

    /** The key of a day: making one costs four times what a signature does. */
    private record Key(String day, String secret, byte[] bytes) {
    }

    Signature(String region) {
        this.region = region;
    }

    /**
     * The header lines that sign a request, each with its line end.
     *
     * @param path encoded
     * @param query encoded and sorted; may be empty
     */
    String lines(String method, String host, String path, String query, AwsCredentials who, Instant now) {
        String time = TIME.format(now);
        String token = who instanceof AwsSessionCredentials session ? session.sessionToken() : "";
        String names = "host;x-amz-content-sha256;x-amz-date" + (token.isEmpty() ? "" : ";x-amz-security-token");
        String request = method + "\n" + path + "\n" + query + "\nhost:" + host + "\nx-amz-content-sha256:" + BODY
                + "\nx-amz-date:" + time + "\n" + (token.isEmpty() ? "" : "x-amz-security-token:" + token + "\n") + "\n" + names
                + "\n" + BODY;
        String day = time.substring(0, 8);
        String scope = day + "/" + region + "/s3/aws4_request";
        String text = "AWS4-HMAC-SHA256\n" + time + "\n" + scope + "\n" + HexFormat.of().formatHex(sha256(request));
        String signature = HexFormat.of().formatHex(hmac(key(day, who.secretAccessKey()), text));
        return "x-amz-content-sha256: " + BODY + "\r\nx-amz-date: " + time + "\r\n"
                + (token.isEmpty() ? "" : "x-amz-security-token: " + token + "\r\n")
                + "Authorization: AWS4-HMAC-SHA256 Credential=" + who.accessKeyId() + "/" + scope
                + ", SignedHeaders=" + names + ", Signature=" + signature + "\r\n";
    }

    /**
     * The query that signs a link, valid for a quarter of an hour ("Authenticating Requests: Using Query
     * Parameters").
     *
     * @param path encoded
     * @param more further parameters, encoded and sorted, of names in lower case; may be empty
     */
    String query(String method, String host, String path, String more, AwsCredentials who, Instant now) {
        String time = TIME.format(now);
        String day = time.substring(0, 8);
        String scope = day + "/" + region + "/s3/aws4_request";
        String token = who instanceof AwsSessionCredentials session ? "&X-Amz-Security-Token="
                + S3Writes.encoded(session.sessionToken(), "") : "";
        String query = "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential="
                + S3Writes.encoded(who.accessKeyId() + "/" + scope, "") + "&X-Amz-Date=" + time
                + "&X-Amz-Expires=900" + token + "&X-Amz-SignedHeaders=host"
                + (more.isEmpty() ? "" : "&" + more);
        String request = method + "\n" + path + "\n" + query + "\nhost:" + host + "\n\nhost\n" + BODY;
        String text = "AWS4-HMAC-SHA256\n" + time + "\n" + scope + "\n" + HexFormat.of().formatHex(sha256(request));
        return query + "&X-Amz-Signature=" + HexFormat.of().formatHex(hmac(key(day, who.secretAccessKey()), text));
    }

    private byte[] key(String day, String secret) {
        Key known = last;
        if (known == null || !known.day().equals(day) || !known.secret().equals(secret)) {
            byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
            for (String part : new String[] {day, region, "s3", "aws4_request"}) {
                key = hmac(key, part);
            }
            known = new Key(day, secret, key);
            last = known;
        }
        return known.bytes();
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
