package org.morphodepot.volume.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;

/** Our signatures are those of Amazon's own signer. */
class SignatureTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:34:56Z");

    private static String bySdk(AwsCredentials who, String query) {
        SdkHttpRequest request = SdkHttpRequest.builder().method(SdkHttpMethod.PUT)
                .uri(URI.create("https://s3.example.org/lab/my%20scan/%C3%BC%2B1" + (query.isEmpty() ? "" : "?" + query))).build();
        return AwsV4HttpSigner.create().sign(sign -> sign.identity(who).request(request)
                .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "s3").putProperty(AwsV4HttpSigner.REGION_NAME, "xy-1")
                .putProperty(AwsV4FamilyHttpSigner.DOUBLE_URL_ENCODE, false).putProperty(AwsV4FamilyHttpSigner.NORMALIZE_PATH, false)
                .putProperty(AwsV4FamilyHttpSigner.PAYLOAD_SIGNING_ENABLED, false)
                .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(NOW, ZoneOffset.UTC)))
                .request().firstMatchingHeader("Authorization").orElseThrow();
    }

    private static String byUs(AwsCredentials who, String query) {
        String path = "/lab/" + S3Writes.encoded("my scan/ü+1", "/");
        return new Signature("xy-1").lines("PUT", "s3.example.org", path, query, who, NOW).lines()
                .filter(line -> line.startsWith("Authorization: ")).findFirst().orElseThrow().substring(15);
    }

    @Test
    void link_isThatOfTheSdk() {
        for (AwsCredentials who : new AwsCredentials[] {AwsBasicCredentials.create("AKID", "secret"),
            AwsSessionCredentials.create("AKID", "secret", "token/+=")}) {
            SdkHttpRequest request = SdkHttpRequest.builder().method(SdkHttpMethod.GET)
                    .uri(URI.create("https://s3.example.org/lab/my%20scan/%C3%BC%2B1")).build();
            String sdk = AwsV4HttpSigner.create().sign(sign -> sign.identity(who).request(request)
                    .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "s3")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, "xy-1")
                    .putProperty(AwsV4FamilyHttpSigner.DOUBLE_URL_ENCODE, false)
                    .putProperty(AwsV4FamilyHttpSigner.NORMALIZE_PATH, false)
                    .putProperty(AwsV4FamilyHttpSigner.PAYLOAD_SIGNING_ENABLED, false)
                    .putProperty(AwsV4FamilyHttpSigner.AUTH_LOCATION, AwsV4FamilyHttpSigner.AuthLocation.QUERY_STRING)
                    .putProperty(AwsV4FamilyHttpSigner.EXPIRATION_DURATION, Duration.ofSeconds(900))
                    .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(NOW, ZoneOffset.UTC)))
                    .request().firstMatchingRawQueryParameter("X-Amz-Signature").orElseThrow();
            String ours = new Signature("xy-1").query("GET", "s3.example.org", "/lab/my%20scan/%C3%BC%2B1", "", who, NOW);
            assertEquals(sdk, ours.substring(ours.lastIndexOf('=') + 1));
        }
    }

    @Test
    void authorization_isThatOfTheSdk() {
        AwsCredentials plain = AwsBasicCredentials.create("AKID", "secret");
        AwsCredentials session = AwsSessionCredentials.create("AKID", "secret", "token/+=");
        for (String query : new String[] {"", "partNumber=3&uploadId=a%2Fb"}) {
            assertEquals(bySdk(plain, query), byUs(plain, query));
            assertEquals(bySdk(session, query), byUs(session, query));
        }
    }
}
