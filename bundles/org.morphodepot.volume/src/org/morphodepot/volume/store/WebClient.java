package org.morphodepot.volume.store;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.spi.StoreBusyException;

/**
 * Asks web servers, again when that may help. All stores share one client and so its connections. Uses the proxy of the
 * system. Interrupting the calling thread cancels the request.
 */
final class WebClient {

    private final HttpClient client;
    private final Patience patience;

    WebClient(Patience patience) {
        this.patience = patience;
        this.client = HttpClient.newBuilder().followRedirects(Redirect.NORMAL).connectTimeout(patience.answer()).build();
    }

    Patience patience() {
        return patience;
    }

    /** Asks for {@code slice} of what is at {@code uri}; the answer may have any status that another try would not change. */
    HttpResponse<byte[]> get(URI uri, Slice slice) throws IOException {
        return get(uri, slice, 1);
    }

    /** The same after one try that failed. */
    HttpResponse<byte[]> getAgain(URI uri, Slice slice, StoreBusyException first) throws IOException {
        if (patience.tries() < 2) {
            throw new VolumeException(Kind.UNREACHABLE, first.getMessage(), first);
        }
        sleep(first.pause().isZero() ? patience.pauseBefore(2) : first.pause());
        return get(uri, slice, 2);
    }

    private HttpResponse<byte[]> get(URI uri, Slice slice, int attempt) throws IOException {
        HttpRequest.Builder request = request(uri).GET();
        slice.range().ifPresent(range -> request.header("Range", range));
        return persistently(uri, request.build(), slice, attempt);
    }

    /** Asks for the headers of what is at {@code uri}. */
    HttpResponse<byte[]> head(URI uri) throws IOException {
        return persistently(uri, request(uri).method("HEAD", BodyPublishers.noBody()).build(), new Slice.Probe(), 1);
    }

    private static HttpRequest.Builder request(URI uri) {
        // Over plain http an upgrade to HTTP/2 would be asked for, which some servers and proxies answer with nonsense.
        Version version = uri.getScheme().equals("https") ? Version.HTTP_2 : Version.HTTP_1_1;
        return HttpRequest.newBuilder(uri).version(version).header("User-Agent", "MorphoDepot-Workbench")
                .header("Accept", "*/*").header("Accept-Encoding", "identity");
    }

    private HttpResponse<byte[]> persistently(URI uri, HttpRequest request, Slice slice, int first)
            throws IOException {
        for (int attempt = first;; attempt++) {
            Duration pause = patience.pauseBefore(attempt + 1);
            try {
                HttpResponse<byte[]> answer = once(request, new SliceBody(slice, HttpTrouble.shown(uri)));
                if (!HttpTrouble.mayPass(answer.statusCode()) || attempt == patience.tries()) {
                    return answer;
                }
                pause = retryAfter(answer, pause);
            } catch (InterruptedIOException e) {
                throw e;
            } catch (IOException e) {
                if (!HttpTrouble.mayPass(e) || attempt == patience.tries()) {
                    throw HttpTrouble.failure(uri, e);
                }
            }
            sleep(pause);
        }
    }

    private HttpResponse<byte[]> once(HttpRequest request, SliceBody body) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, body);
        try {
            return await(answer, body);
        } catch (InterruptedException e) {
            throw interrupted();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } finally {
            answer.cancel(true); // no effect when it is complete
        }
    }

    /** Waits as long as bytes come in. */
    private HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> answer, SliceBody body)
            throws InterruptedException, ExecutionException, HttpTimeoutException {
        long before = 0;
        Duration wait = patience.answer();
        while (true) {
            try {
                return answer.get(wait.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (body.received() == before) {
                    throw new HttpTimeoutException("nothing received for " + wait.toSeconds() + " s");
                }
                before = body.received();
                wait = patience.stall();
            }
        }
    }

    private static Duration retryAfter(HttpResponse<?> answer, Duration otherwise) {
        return answer.headers().firstValue("Retry-After").filter(text -> text.matches("\\d{1,6}"))
                .map(text -> Patience.bounded(Duration.ofSeconds(Long.parseLong(text)))).orElse(otherwise);
    }

    private static void sleep(Duration pause) throws InterruptedIOException {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("reading was cancelled");
    }
}
