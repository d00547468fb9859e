package org.morphodepot.transfer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.spi.BulkStore;
import org.morphodepot.volume.spi.ObjectEntry;

/** What is at an address: files with sizes, folders, sums. Blocks. */
public final class Listing {

    private static final int MOST = 1_000_000;

    private Listing() {
    }

    /** Files and bytes below an address. */
    public record Usage(long files, long bytes) {
    }

    /**
     * The entries of a folder, or those that fit to a pattern, or the file itself, sorted by name.
     *
     * @param deep whether also what is in folders further down
     * @throws VolumeException when nothing is there or the place cannot be listed
     */
    public static List<ObjectEntry> of(Source source, boolean deep, Volumes volumes) throws IOException {
        List<ObjectEntry> entries = new ArrayList<>();
        walk(source, deep, volumes, entry -> {
            if (entries.size() == MOST) {
                throw new VolumeException(Kind.TOO_LARGE,
                        source.base() + " has more than " + MOST + " entries; list a part of it");
            }
            entries.add(entry);
        });
        entries.sort(Comparator.comparing(ObjectEntry::key));
        return entries;
    }

    /** How much is at an address, in all folders. */
    public static Usage usage(Source source, Volumes volumes) throws IOException {
        long[] sums = new long[2];
        walk(source, true, volumes, entry -> {
            sums[0]++;
            sums[1] += entry.size();
        });
        return new Usage(sums[0], sums[1]);
    }

    private static void walk(Source source, boolean deep, Volumes volumes, BulkStore.EntrySink sink) throws IOException {
        try (BulkStore store = volumes.bulk(source.base())) {
            Optional<ObjectEntry> single = source.pattern().isPresent() ? Optional.empty() : store.entry("");
            if (single.isPresent()) {
                ObjectEntry entry = single.get();
                sink.accept(new ObjectEntry(source.base().name(), entry.size(), entry.tag(), entry.modified()));
                return;
            }
            Predicate<String> keys = source.keys();
            boolean[] any = new boolean[1];
            boolean flat = !deep && source.pattern().map(text -> text.indexOf('/') < 0 && !text.contains("**")).orElse(true);
            boolean listed = store.walk("", !flat, entry -> {
                if (keys.test(entry.isFolder() ? entry.key().substring(0, entry.key().length() - 1) : entry.key())) {
                    any[0] = true;
                    sink.accept(entry);
                }
            });
            refuse(source, listed, any[0]);
        }
    }

    private static void refuse(Source source, boolean listed, boolean any) throws VolumeException {
        if (!listed) {
            throw new VolumeException(Kind.UNSUPPORTED, source.base() + ": what is in a folder of a web server cannot be"
                    + " found out; name a single file or use the s3:// address");
        }
        boolean folderHere = source.base().isFile() && java.nio.file.Files.isDirectory(source.base().path());
        if (!any && (source.pattern().isPresent() || !folderHere)) {
            throw new VolumeException(Kind.NOT_FOUND, "there is nothing at " + source.base()
                    + source.pattern().map(pattern -> " that fits to " + pattern).orElse("") + "; check the spelling");
        }
    }
}
