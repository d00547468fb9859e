package org.morphodepot.github.internal;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;

import org.morphodepot.github.Watch;

/** Sends one request once. Follows no redirects, repeats nothing. Thread-safe. */
public final class Wire implements AutoCloseable {

    private static final int LARGEST = 64 << 20;
    private static final Duration CONNECT = Duration.ofSeconds(20);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final Duration STALL = Duration.ofSeconds(120);
    private static final long POLL_MILLIS = 100;

    private final ProxySelector proxies;
    private HttpClient client;
    private boolean closed;

    /** Uses the certificates this computer trusts. Quick: they are read when the first request is sent. */
    public Wire(ProxySelector proxies) {
        this.proxies = proxies;
    }

    private synchronized HttpClient client() throws IOException {
        if (closed) {
            throw new IOException("closed");
        }
        if (client == null) {
            HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(CONNECT).proxy(proxies)
                    .followRedirects(HttpClient.Redirect.NEVER);
            SystemTrust.context().ifPresent(builder::sslContext);
            client = builder.build();
        }
        return client;
    }

    /** Throws {@link CancellationException} when cancelled or interrupted. */
    Reply send(Call call, Map<String, String> headers, Watch watch) throws IOException {
        Flow flow = new Flow(watch);
        HttpRequest.Builder request = HttpRequest.newBuilder(call.uri()).method(call.method(), publisher(call, flow));
        if ("http".equals(call.uri().getScheme())) {
            request.version(HttpClient.Version.HTTP_1_1);
        }
        if (!call.isTransfer()) {
            request.timeout(ANSWER);
        }
        headers.forEach(request::header);
        HttpResponse<byte[]> response = await(client().sendAsync(request.build(),
                BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST)), flow);
        return new Reply(response.statusCode(), response.headers(), unpacked(response), false);
    }

    private static <T> T await(CompletableFuture<T> answer, Flow flow) throws IOException {
        try {
            while (true) {
                try {
                    return answer.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    flow.check();
                }
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("cancelled");
        } finally {
            answer.cancel(true);
        }
    }

    private static byte[] unpacked(HttpResponse<byte[]> response) throws IOException {
        if (!response.headers().firstValue("Content-Encoding").orElse("").equalsIgnoreCase("gzip")
                || response.body().length == 0) {
            return response.body();
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            byte[] plain = in.readNBytes(LARGEST + 1);
            if (plain.length > LARGEST) {
                throw new IOException("the answer is larger than " + LARGEST + " bytes");
            }
            return plain;
        }
    }

    private static BodyPublisher publisher(Call call, Flow flow) throws FileNotFoundException {
        return switch (call.body()) {
            case Call.Body.Empty() -> BodyPublishers.noBody();
            case Call.Body.Text text -> BodyPublishers.ofByteArray(text.bytes());
            case Call.Body.File(var file, long length, var _) -> BodyPublishers.fromPublisher(
                    new CountedBody(BodyPublishers.ofFile(file), sent -> flow.sent(sent, length)), length);
        };
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (client != null) {
            client.shutdownNow();
        }
    }

    /** Notices when nothing moves any more. */
    private static final class Flow {

        private final Watch watch;
        private volatile long moved = System.nanoTime();

        Flow(Watch watch) {
            this.watch = watch;
        }

        void sent(long bytes, long total) {
            moved = System.nanoTime();
            watch.sent(bytes, total);
        }

        void check() throws HttpTimeoutException {
            if (watch.cancelled()) {
                throw new CancellationException("cancelled");
            }
            if (System.nanoTime() - moved > STALL.toNanos()) {
                throw new HttpTimeoutException("nothing moved for " + STALL.toSeconds() + " seconds");
            }
        }
    }
}
