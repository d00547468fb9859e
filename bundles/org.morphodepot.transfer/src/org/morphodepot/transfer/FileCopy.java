package org.morphodepot.transfer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.spi.BodySource;
import org.morphodepot.volume.spi.BulkStore;
import org.morphodepot.volume.spi.ObjectBody;
import org.morphodepot.volume.spi.ObjectEntry;
import org.morphodepot.volume.spi.PartWriter;

/** Copies files, whole or in parts, and tries again what may pass. Many threads. */
final class FileCopy {

    /** A file is cut when it has at least so many parts. */
    private static final int FEWEST_PARTS = 3;
    private static final int MOST_PARTS = 9_000;
    private static final int MEBIBYTE = 1 << 20;

    /** Not virtual ones: those need two more system calls and a change of threads for each wait for a socket. */
    private static final ThreadFactory PART_THREADS = Thread.ofPlatform().daemon().name("transfer-part-", 0).factory();

    private final TransferOrder order;
    private final BulkStore from;
    private final BulkStore to;
    private final Throttle throttle;
    private final Semaphore streams;
    private final Semaphore memory;

    FileCopy(TransferOrder order, BulkStore from, BulkStore to, Throttle throttle) {
        this.order = order;
        this.from = from;
        this.to = to;
        this.throttle = throttle;
        this.streams = new Semaphore(order.parallel());
        long quarter = Runtime.getRuntime().maxMemory() / 4 / MEBIBYTE;
        this.memory = new Semaphore((int) Math.max(quarter, order.partBytes() / MEBIBYTE + 1));
    }

    void copy(Task task) throws IOException {
        long size = task.source().size();
        long part = Math.max(order.partBytes(), (size / MOST_PARTS / MEBIBYTE + 1) * MEBIBYTE);
        List<PartMeter> meters = new ArrayList<>();
        String tag = size < FEWEST_PARTS * order.partBytes() ? whole(task, meters) : inParts(task, part, meters);
        Verification verification = new Verification(order, from, to, task, meters);
        verification.check(tag);
    }

    private String whole(Task task, List<PartMeter> meters) throws IOException {
        PartMeter meter = new PartMeter(throttle, task.item(), 0, task.source().size(), order.verify(), order.checksum());
        meters.add(meter);
        takeStream();
        try {
            return send(task.source(), meter, body -> to.write(task.target(), meter.length(), body));
        } finally {
            streams.release();
        }
    }

    private String inParts(Task task, long part, List<PartMeter> meters) throws IOException {
        ObjectEntry source = task.source();
        String state = source.tag() + "@" + source.modified().map(Object::toString).orElse("");
        try (PartWriter writer = to.writeInParts(task.target(), source.size(), part, state)) {
            for (long at = 0; at < source.size(); at += part) {
                meters.add(new PartMeter(throttle, task.item(), at, Math.min(part, source.size() - at), order.verify(), false));
            }
            writeParts(source, writer, meters, task.item());
            if (!source.tag().isEmpty() && !from.entry(source.key()).filter(now -> now.tag().equals(source.tag())).isPresent()) {
                writer.discard();
                throw new VolumeException(Kind.MALFORMED, source.key() + " changed while it was copied; copy it again");
            }
            return writer.complete();
        }
    }

    private void writeParts(ObjectEntry source, PartWriter writer, List<PartMeter> meters, Item item) throws IOException {
        List<Future<String>> parts = new ArrayList<>();
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(PART_THREADS)) {
            try {
                for (int i = 0; i < meters.size() && parts.stream().noneMatch(FileCopy::isBroken); i++) {
                    PartMeter meter = meters.get(i);
                    if (writer.has(i)) {
                        item.add(meter.length());
                    } else {
                        takeStream();
                        parts.add(threads.submit(part(source, writer, i, meter)));
                    }
                }
                for (Future<String> part : parts) {
                    await(part);
                }
            } catch (IOException | RuntimeException e) {
                threads.shutdownNow();
                throw e;
            }
        }
    }

    private static boolean isBroken(Future<String> part) {
        return part.state() == Future.State.FAILED;
    }

    private Callable<String> part(ObjectEntry source, PartWriter writer, int index, PartMeter meter) {
        return () -> {
            try {
                return send(source, meter, body -> {
                    writer.write(index, meter.length(), body);
                    return "";
                });
            } finally {
                streams.release();
            }
        };
    }

    /** Waits for one's turn; to be released. There is a thread for each stream, not for each part. */
    private void takeStream() {
        try {
            streams.acquire();
        } catch (InterruptedException e) {
            throw new CancellationException("cancelled");
        }
    }

    private static void await(Future<String> part) throws IOException {
        try {
            part.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("cancelled");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException io -> throw io;
                case RuntimeException runtime -> throw runtime;
                default -> throw new IOException(e.getCause());
            }
        }
    }

    private interface Sending {
        String send(BodySource body) throws IOException;
    }

    /** One stream; tried again. */
    private String send(ObjectEntry source, PartMeter meter, Sending sending) throws IOException {
        boolean local = from.root().isFile() || to.root().isFile();
        BodySource body = () -> meter.watch(open(source, meter));
        return Persistence.tryAgain(() -> local ? sending.send(body) : throughMemory(meter, body, sending));
    }

    private java.io.InputStream open(ObjectEntry source, PartMeter meter) throws IOException {
        return from.open(source.key(), meter.start(), meter.length()).map(ObjectBody::bytes).orElseThrow(
                () -> new VolumeException(Kind.NOT_FOUND, source.key() + " is not there any more"));
    }

    /** From one server to another: what is sent may be read more than once, so it is fetched first. */
    private String throughMemory(PartMeter meter, BodySource body, Sending sending) throws IOException {
        int mebibytes = (int) (meter.length() / MEBIBYTE + 1);
        try {
            memory.acquire(mebibytes);
        } catch (InterruptedException e) {
            throw new CancellationException("cancelled");
        }
        try {
            byte[] bytes;
            try (ObjectBody in = new ObjectBody(meter.length(), body.open())) {
                bytes = new byte[Math.toIntExact(meter.length())];
                in.read(bytes, 0, bytes.length);
            }
            return sending.send(() -> new ByteArrayInputStream(bytes));
        } finally {
            memory.release(mebibytes);
        }
    }
}
