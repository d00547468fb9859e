package org.morphodepot.volume.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.morphodepot.volume.Address;

import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

class S3LinksTest {

    private static Optional<URI> link(String address, String key, AwsCredentialsProvider credentials) throws IOException {
        S3Location location = S3Location.of(Address.of(address), _ -> null);
        try (S3Links links = new S3Links(location.server(), credentials, new Signature("us-east-1"))) {
            return links.to(location.bucket(), location.key(key));
        }
    }

    private static String plain(String address, String key) throws IOException {
        return link(address, key, AnonymousCredentialsProvider.create()).orElseThrow().toString();
    }

    @Test
    void anonymousLinks_areThePlainAddress() throws IOException {
        assertEquals("http://host:81/lab/a%20b/c%2B%C3%BC", plain("s3://lab/a b?endpoint=http://host:81&anonymous=true", "c+ü"));
        assertEquals("https://lab.host/a/c",
                plain("s3://lab/a?endpoint=https://host&anonymous=true&path-style=false", "c"));
        assertEquals("https://lab.s3.eu-west-1.amazonaws.com/a/c", plain("s3://lab/a?anonymous=true&region=eu-west-1", "c"));
    }

    @Test
    void signedLinks_haveASignatureAndNoSecret() throws IOException {
        AwsCredentialsProvider keys = StaticCredentialsProvider.create(AwsBasicCredentials.create("AKID", "very-secret"));
        String link = link("s3://lab/a?endpoint=http://host:81&region=x-1", "c", keys).orElseThrow().toString();
        assertTrue(link.startsWith("http://host:81/lab/a/c?"), link);
        assertTrue(link.contains("X-Amz-Signature=") && !link.contains("very-secret"), link);
    }

    @Test
    void closedLinks_leadNowhere() {
        S3Location.Server server = new S3Location.Server(Optional.of(URI.create("http://host")), Optional.empty(),
                Optional.empty(), true, true);
        S3Links links = new S3Links(server, AnonymousCredentialsProvider.create(), new Signature("us-east-1"));
        links.close();
        assertEquals(Optional.empty(), links.to("lab", "a"));
    }
}
