package org.morphodepot.github.internal;

import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.function.LongConsumer;

/** Passes a body on and tells how many bytes have gone. */
final class CountedBody implements Flow.Publisher<ByteBuffer> {

    private final Flow.Publisher<ByteBuffer> body;
    private final LongConsumer sent;

    CountedBody(Flow.Publisher<ByteBuffer> body, LongConsumer sent) {
        this.body = body;
        this.sent = sent;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        body.subscribe(new Flow.Subscriber<>() {
            private long bytes;

            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscriber.onSubscribe(subscription);
            }

            @Override
            public void onNext(ByteBuffer part) {
                bytes += part.remaining();
                subscriber.onNext(part);
                sent.accept(bytes);
            }

            @Override
            public void onError(Throwable trouble) {
                subscriber.onError(trouble);
            }

            @Override
            public void onComplete() {
                subscriber.onComplete();
            }
        });
    }
}
