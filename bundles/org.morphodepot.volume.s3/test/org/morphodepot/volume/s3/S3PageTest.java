package org.morphodepot.volume.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.morphodepot.testing.Damage;
import org.morphodepot.volume.spi.ObjectEntry;

/** Listings as servers write them. */
class S3PageTest {

    private static Optional<S3Page> page(String xml) {
        return S3Page.of(xml.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void listing_isRead_withWhatIsUnknownPassedOver() {
        S3Page page = page("""
                <?xml version="1.0" encoding="UTF-8"?>
                <ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>lab</Name><Prefix/>
                  <Contents><Owner><ID>x</ID></Owner><Key>a%2Fb+c%3C</Key><LastModified>2026-11-22T23:21:39.000Z</LastModified>
                    <ETag>&quot;0f&quot;</ETag><Size>12</Size></Contents>
                  <CommonPrefixes><Prefix>a%20b%2F</Prefix></CommonPrefixes>
                  <EncodingType>url</EncodingType><NextContinuationToken>t/1</NextContinuationToken>
                </ListBucketResult>""").orElseThrow();
        assertEquals(List.of(new ObjectEntry("a/b c<", 12, "0f", Optional.of(Instant.parse("2026-11-22T23:21:39Z")))),
                page.objects());
        assertEquals(List.of("a b/"), page.folders());
        assertEquals(Optional.of("t/1"), page.next());
    }

    @Test
    void namesAreTakenAsTheyAre_unlessTheServerSaysThatTheyAreEncoded() {
        S3Page page = page("<ListBucketResult><Contents><Key>50%+x&amp;</Key><Size>0</Size></Contents></ListBucketResult>")
                .orElseThrow();
        assertEquals("50%+x&", page.objects().getFirst().key());
        assertEquals(Optional.empty(), page.next());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "<Error><Code>AccessDenied</Code></Error>", "<ListBucketResult><Contents>",
        "<ListBucketResult><Contents><Key>a</Key><Size>many</Size></Contents></ListBucketResult>",
        "<ListBucketResult><EncodingType>url</EncodingType><Contents><Key>%zz</Key><Size>1</Size></Contents></ListBucketResult>",
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><ListBucketResult><Contents><Key>&e;</Key><Size>1</Size>"
                + "</Contents></ListBucketResult>"})
    void anythingElse_isNoPage(String text) {
        assertEquals(Optional.empty(), page(text));
    }

    @Test
    void damagedListings_areAPageOrNone() {
        String good = """
                <?xml version="1.0" encoding="UTF-8"?>
                <ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>lab</Name><KeyCount>2</KeyCount>
                <Contents><Key>a%2Fb</Key><LastModified>2026-11-22T23:21:39.000Z</LastModified><ETag>&quot;0f&quot;</ETag>
                <Size>12</Size></Contents><Contents><Key>c</Key><Size>9</Size></Contents>
                <CommonPrefixes><Prefix>a%20b%2F</Prefix></CommonPrefixes><EncodingType>url</EncodingType>
                <NextContinuationToken>t/1</NextContinuationToken></ListBucketResult>""";
        Damage damage = new Damage(4);
        int pages = 0;
        int rounds = Damage.rounds(3000);
        for (int round = 0; round < rounds; round++) {
            byte[] bad = round % 2 == 0 ? damage.of(good).getBytes(StandardCharsets.UTF_8)
                    : damage.of(good.getBytes(StandardCharsets.UTF_8));
            pages += S3Page.of(bad).isPresent() ? 1 : 0;
        }
        assertTrue(pages > 0 && pages < rounds, pages + " of " + rounds + " were pages");
    }
}
