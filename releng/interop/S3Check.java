import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.morphodepot.volume.Address;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.spi.Store;

/**
 * Uses the stores of the class path against a real S3 server: {@code java S3Check.java ENDPOINT BUCKET}. The bucket must exist
 * and be writable with the credentials of the environment, or by anybody. Run by {@code releng/interop/s3-check}.
 */
public final class S3Check {

    private static final int CHUNKS = 64;
    private static final byte[] NOISE = noise(1 << 20);

    public static void main(String[] arguments) throws Exception {
        String endpoint = arguments[0];
        String bucket = arguments[1];
        Volumes volumes = Volumes.fromClassPath();
        Address root = Address.of("s3://" + bucket + "/check/my scan.zarr?endpoint=" + endpoint);
        try (Store store = volumes.store(root)) {
            basics(store);
            listing(store);
            throughput(store);
            clean(store);
        }
        try (Store missing = volumes.store(Address.of("s3://no-such-bucket-here/x?endpoint=" + endpoint))) {
            expect(Kind.NOT_FOUND, () -> missing.read("a"));
        }
        try (Store nobody = volumes.store(Address.of("s3://" + bucket + "/x?endpoint=http://127.0.0.1:9"))) {
            expect(Kind.UNREACHABLE, () -> nobody.read("a"));
        }
        System.out.println("all well");
        System.exit(0);
    }

    private static void basics(Store store) throws IOException {
        store.write("0/c/ü +1", NOISE);
        check("whole object", Arrays.equals(NOISE, store.read("0/c/ü +1").orElseThrow()));
        check("size", store.size("0/c/ü +1").orElseThrow() == NOISE.length);
        check("range", Arrays.equals(Arrays.copyOfRange(NOISE, 1000, 5000), store.read("0/c/ü +1", 1000, 4000).orElseThrow()));
        check("range cut at the end", store.read("0/c/ü +1", NOISE.length - 10, 100).orElseThrow().length == 10);
        check("range behind the end", store.read("0/c/ü +1", NOISE.length, 100).orElseThrow().length == 0);
        check("tail", Arrays.equals(Arrays.copyOfRange(NOISE, NOISE.length - 77, NOISE.length),
                store.readTail("0/c/ü +1", 77).orElseThrow()));
        check("tail longer than the object", store.readTail("0/c/ü +1", 2 << 20).orElseThrow().length == NOISE.length);
        store.write("empty", new byte[0]);
        check("empty object", store.read("empty").orElseThrow().length == 0 && store.readTail("empty", 5).orElseThrow().length == 0);
        check("missing object", store.read("none").equals(Optional.empty()) && store.size("none").equals(Optional.empty())
                && store.readTail("none", 4).equals(Optional.empty()));
        store.write("empty", new byte[3]);
        check("replaced object", store.size("empty").orElseThrow() == 3);
        store.delete("empty");
        store.delete("0/c/ü +1");
        check("deleted object", store.read("empty").isEmpty());
    }

    private static void listing(Store store) throws IOException {
        for (String key : List.of("zarr.json", "0/zarr.json", "0/c/0", "1/c/0")) {
            store.write(key, new byte[1]);
        }
        check("listing of the root", store.list("").orElseThrow().equals(List.of("0/", "1/", "zarr.json")));
        check("listing of a folder", store.list("0").orElseThrow().equals(List.of("c/", "zarr.json")));
        check("listing of nothing", store.list("nothing").orElseThrow().isEmpty());
        for (String key : List.of("zarr.json", "0/zarr.json", "0/c/0", "1/c/0")) {
            store.delete(key);
        }
    }

    private static void throughput(Store store) throws Exception {
        timed("write " + CHUNKS + " x 1 MiB", i -> {
            store.write("chunks/" + i, NOISE);
            return 0;
        });
        timed("read  " + CHUNKS + " x 1 MiB", i -> store.read("chunks/" + i).orElseThrow().length);
        timed("read  " + CHUNKS + " x 64 KiB of 1 MiB", i -> store.read("chunks/" + i, i << 10, 1 << 16).orElseThrow().length);
    }

    private static void clean(Store store) throws IOException {
        for (String name : store.list("chunks").orElseThrow()) {
            store.delete("chunks/" + name);
        }
        check("cleaned up", store.list("").orElseThrow().isEmpty());
    }

    private interface Work {
        int on(int chunk) throws IOException;
    }

    private static void timed(String what, Work work) throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(16, Thread.ofVirtual().factory())) {
            List<Callable<Integer>> tasks = java.util.stream.IntStream.range(0, CHUNKS)
                    .<Callable<Integer>>mapToObj(i -> () -> work.on(i)).toList();
            for (Future<Integer> task : threads.invokeAll(tasks)) {
                task.get();
            }
        }
        System.out.printf("%-34s %7.1f ms%n", what, (System.nanoTime() - start) / 1e6);
    }

    private static void expect(Kind kind, Callable<?> use) throws Exception {
        try {
            use.call();
            check("an error of kind " + kind, false);
        } catch (VolumeException e) {
            System.out.println(e.getMessage());
            check("an error of kind " + kind + ", not " + e.kind(), e.kind() == kind);
        }
    }

    private static void check(String what, boolean good) {
        if (!good) {
            throw new AssertionError(what);
        }
        System.out.println("ok  " + what);
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }
}
