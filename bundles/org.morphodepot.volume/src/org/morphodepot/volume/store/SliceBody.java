package org.morphodepot.volume.store;

import java.io.EOFException;
import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

import org.morphodepot.volume.VolumeException;

/**
 * Collects the wanted bytes of one answer and hangs up when it has them and much more comes, so that a server that
 * sends more, or without end, costs neither memory nor time. Counts what arrives, for whoever watches for stalls.
 * Serves one request.
 */
final class SliceBody implements BodyHandler<byte[]> {

    private static final int FIRST_BUFFER = 16 << 20;

    /** So many unwanted bytes are cheaper to read than to open another connection. */
    private static final int SURPLUS = 64 << 10;

    private final Slice slice;
    private final String name;
    private volatile long received;

    SliceBody(Slice slice, String name) {
        this.slice = slice;
        this.name = name;
    }

    /** Bytes received until now. */
    long received() {
        return received;
    }

    @Override
    public BodySubscriber<byte[]> apply(ResponseInfo info) {
        received++; // an answer is a sign of life, too
        boolean good = info.statusCode() == 200 || info.statusCode() == 206;
        try {
            return new Collector(good ? slice.cut(info.statusCode(), info.headers(), name) : Slice.Cut.NOTHING);
        } catch (VolumeException e) {
            Collector refusing = new Collector(Slice.Cut.NOTHING);
            refusing.result.completeExceptionally(e);
            return refusing;
        }
    }

    private final class Collector implements BodySubscriber<byte[]> {

        private final CompletableFuture<byte[]> result = new CompletableFuture<>();
        private final Slice.Cut cut;
        private long toSkip;
        private byte[] bytes;
        private int filled;
        private long surplus;
        private Subscription subscription;

        Collector(Slice.Cut cut) {
            this.cut = cut;
            this.toSkip = cut.skip();
            this.bytes = new byte[(int) Math.min(cut.expected().orElse(Math.min(cut.take(), 8192)), FIRST_BUFFER)];
        }

        @Override
        public CompletionStage<byte[]> getBody() {
            return result;
        }

        @Override
        public void onSubscribe(Subscription incoming) {
            subscription = incoming;
            if (result.isDone()) {
                incoming.cancel();
            } else {
                incoming.request(Long.MAX_VALUE);
            }
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            for (ByteBuffer buffer : buffers) {
                received += buffer.remaining();
                take(buffer);
            }
            if (surplus > 0 && cut.take() == StoreLimits.wholeObject()) {
                result.completeExceptionally(StoreLimits.tooLarge(name, received));
                subscription.cancel();
            } else if (surplus > SURPLUS) {
                finish();
                subscription.cancel();
            }
        }

        private void take(ByteBuffer buffer) {
            int skipped = (int) Math.min(toSkip, buffer.remaining());
            toSkip -= skipped;
            buffer.position(buffer.position() + skipped);
            int count = Math.min(buffer.remaining(), cut.take() - filled);
            if (filled + count > bytes.length) {
                bytes = Arrays.copyOf(bytes, (int) Math.min(cut.take(), Math.max(filled + (long) count, 2L * bytes.length)));
            }
            buffer.get(bytes, filled, count);
            filled += count;
            surplus += buffer.remaining();
        }

        @Override
        public void onError(Throwable cause) {
            result.completeExceptionally(cause instanceof IOException ? cause : new IOException(cause));
        }

        @Override
        public void onComplete() {
            finish();
        }

        private void finish() {
            if (filled < cut.expected().orElse(0)) {
                result.completeExceptionally(new EOFException(filled + " of " + cut.expected().getAsLong() + " bytes"));
            } else {
                result.complete(filled == bytes.length ? bytes : Arrays.copyOf(bytes, filled));
            }
        }
    }
}
