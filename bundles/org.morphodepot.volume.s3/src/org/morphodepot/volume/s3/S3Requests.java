package org.morphodepot.volume.s3;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

import org.morphodepot.volume.store.DirectExchange;
import org.morphodepot.volume.store.StoreKeys;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;

/**
 * The questions that both kinds of stores ask, about objects below one address: the short way where that leads to success, else
 * through the SDK, which tries again and has the words for what is wrong. Thread-safe.
 */
final class S3Requests {

    /** Pages of a listing have a thousand names of at most a kibibyte each, all of it percent signs and digits at worst. */
    private static final int LARGEST_PAGE = 16 << 20;

    private final S3Location location;
    private final S3Connection connection;
    private final S3Trouble trouble;
    private final DirectExchange exchange;

    S3Requests(S3Location location, S3Connection connection) {
        this.location = location;
        this.connection = connection;
        this.trouble = new S3Trouble(location, connection);
        this.exchange = new DirectExchange(connection.direct());
    }

    /** What is known about an object. */
    record Facts(long size, String tag, Optional<java.time.Instant> modified) {
    }

    /** Takes the pages of a listing one by one. */
    interface PageSink {
        void accept(S3Page page) throws IOException;
    }

    /**
     * Lists what is below the folder {@code prefix}.
     *
     * @param deep whether folders are gone into, not named
     */
    void list(String prefix, boolean deep, PageSink sink) throws IOException {
        String full = location.key(StoreKeys.checked(prefix));
        String below = full.isEmpty() ? "" : full + "/";
        Optional<String> next = Optional.empty();
        do {
            Optional<S3Page> page = page(prefix, below, deep, next);
            if (page.isEmpty()) {
                return;
            }
            sink.accept(page.get());
            Optional<String> before = next;
            next = page.get().next().filter(token -> !before.equals(Optional.of(token)));
        } while (next.isPresent());
    }

    private Optional<S3Page> page(String prefix, String below, boolean deep, Optional<String> token) throws IOException {
        String query = token.map(text -> "continuation-token=" + S3Writes.encoded(text, "") + "&").orElse("")
                + (deep ? "" : "delimiter=%2F&") + "encoding-type=url&list-type=2&prefix=" + S3Writes.encoded(below, "");
        Optional<URI> link = connection.links().question("GET", location.bucket(), "", query);
        Optional<S3Page> quick = link.isEmpty() ? Optional.empty() : exchange.page(link.get(), LARGEST_PAGE).flatMap(S3Page::of);
        if (quick.isPresent()) {
            return quick;
        }
        ListObjectsV2Request request = ListObjectsV2Request.builder().bucket(location.bucket()).prefix(below)
                .delimiter(deep ? null : "/").continuationToken(token.orElse(null)).build();
        return asking(prefix, "list", () -> S3Page.of(connection.client().listObjectsV2(request)));
    }

    /** Empty when there is no such object; trouble when there is no such bucket. */
    Optional<Facts> facts(String key) throws IOException {
        Optional<DirectExchange.Reply> quick = head(key).filter(reply -> reply.status() == 200 && reply.length() >= 0);
        return quick.isPresent() ? quick.map(S3Requests::facts) : slowFacts(key);
    }

    /** The same where the bucket need not be known: what the server does not find is not there. */
    Optional<Facts> factsIfThere(String key) throws IOException {
        Optional<DirectExchange.Reply> quick = head(key);
        return quick.isPresent() && quick.get().status() == 404 ? Optional.empty()
                : quick.isPresent() && quick.get().status() == 200 && quick.get().length() >= 0 ? quick.map(S3Requests::facts)
                : slowFacts(key);
    }

    private Optional<DirectExchange.Reply> head(String key) throws IOException {
        String full = location.key(StoreKeys.checked(key));
        Optional<URI> link = full.isEmpty() ? Optional.empty()
                : connection.links().question("HEAD", location.bucket(), full, "");
        return link.isEmpty() ? Optional.empty() : exchange.head(link.get());
    }

    private static Facts facts(DirectExchange.Reply reply) {
        return new Facts(reply.length(), reply.tag(), reply.modified());
    }

    private Optional<Facts> slowFacts(String key) throws IOException {
        String full = location.key(StoreKeys.checked(key));
        return asking(key, "read", () -> connection.client().headObject(ask -> ask.bucket(location.bucket()).key(full)))
                .map(head -> new Facts(head.contentLength(), head.eTag() == null ? "" : head.eTag(),
                        Optional.ofNullable(head.lastModified())));
    }

    void delete(String key) throws IOException {
        String full = location.key(StoreKeys.checked(key));
        asking(key, "delete", () -> connection.client().deleteObject(del -> del.bucket(location.bucket()).key(full)));
    }

    IOException noBucket() {
        return trouble.noBucket();
    }

    /** Through the SDK; empty when there is no such object. */
    <T> Optional<T> asking(String key, String verb, Supplier<T> request) throws IOException {
        try {
            return Optional.of(request.get());
        } catch (SdkException | IllegalStateException | RejectedExecutionException e) {
            if (S3Trouble.isMissingObject(e)) {
                return Optional.empty();
            }
            throw trouble.explain(key, verb, e);
        } catch (SentBody.SourceTrouble e) {
            throw e.getCause();
        }
    }

    /** A tag without its quotes. */
    static String text(String tag) {
        return tag == null ? "" : tag.replace("\"", "");
    }
}
