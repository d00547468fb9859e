package org.morphodepot.volume.s3;

import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.morphodepot.volume.spi.ObjectEntry;

import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/**
 * One page of a listing.
 *
 * @param objects with their full keys
 * @param folders prefixes, each with its slash
 * @param next asks for the next page; empty after the last one
 */
record S3Page(List<ObjectEntry> objects, List<String> folders, Optional<String> next) {

    static S3Page of(ListObjectsV2Response page) {
        List<ObjectEntry> objects = page.contents().stream().filter(object -> object.size() != null)
                .map(object -> new ObjectEntry(object.key(), object.size(), S3Requests.text(object.eTag()),
                        Optional.ofNullable(object.lastModified())))
                .toList();
        return new S3Page(objects, page.commonPrefixes().stream().map(folder -> folder.prefix()).toList(),
                Optional.ofNullable(page.nextContinuationToken()));
    }

    /** Reads {@code ListBucketResult}; empty when it is anything else. */
    static Optional<S3Page> of(byte[] xml) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml), "UTF-8");
            return reader.nextTag() == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals("ListBucketResult")
                    ? Optional.of(new Parsing(reader).page()) : Optional.empty();
        } catch (XMLStreamException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Its names stand alone or inside {@code Contents} and {@code CommonPrefixes}. */
    private static final class Parsing {

        private final XMLStreamReader reader;
        private final List<ObjectEntry> objects = new ArrayList<>();
        private final List<String> folders = new ArrayList<>();
        private String next = "";
        private boolean encoded;

        Parsing(XMLStreamReader reader) {
            this.reader = reader;
        }

        S3Page page() throws XMLStreamException {
            while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
                switch (reader.getLocalName()) {
                    case "Contents" -> object();
                    case "CommonPrefixes" -> folder();
                    case "NextContinuationToken" -> next = reader.getElementText();
                    case "EncodingType" -> encoded = reader.getElementText().equals("url");
                    default -> skip();
                }
            }
            List<ObjectEntry> named = encoded ? objects.stream().map(o -> new ObjectEntry(decoded(o.key()), o.size(), o.tag(),
                    o.modified())).toList() : objects;
            return new S3Page(named, encoded ? folders.stream().map(Parsing::decoded).toList() : folders,
                    Optional.of(next).filter(token -> !token.isEmpty()));
        }

        private static String decoded(String key) {
            return URLDecoder.decode(key, StandardCharsets.UTF_8);
        }

        private void object() throws XMLStreamException {
            String key = "";
            String tag = "";
            long size = -1;
            Optional<Instant> modified = Optional.empty();
            while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
                switch (reader.getLocalName()) {
                    case "Key" -> key = reader.getElementText();
                    case "Size" -> size = Long.parseLong(reader.getElementText().strip());
                    case "ETag" -> tag = S3Requests.text(reader.getElementText());
                    case "LastModified" -> modified = Optional.of(Instant.parse(reader.getElementText().strip()));
                    default -> skip();
                }
            }
            if (size >= 0) {
                objects.add(new ObjectEntry(key, size, tag, modified));
            }
        }

        private void folder() throws XMLStreamException {
            while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
                if (reader.getLocalName().equals("Prefix")) {
                    folders.add(reader.getElementText());
                } else {
                    skip();
                }
            }
        }

        private void skip() throws XMLStreamException {
            for (int depth = 1; depth > 0;) {
                int event = reader.next();
                depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
            }
        }
    }
}
