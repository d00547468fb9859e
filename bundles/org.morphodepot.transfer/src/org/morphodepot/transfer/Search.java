package org.morphodepot.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.morphodepot.transfer.Item.State;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.spi.BulkStore;
import org.morphodepot.volume.spi.ObjectEntry;

/** Finds the files of an order and, when syncing, which of them are there already. One thread. */
final class Search {

    private final TransferOrder order;
    private final BulkStore from;
    private final BulkStore to;
    private final Tally tally;
    private final TransferListener listener;
    private final Map<String, ObjectEntry> there = new HashMap<>();
    private final Set<String> wanted = new HashSet<>();

    Search(TransferOrder order, BulkStore from, BulkStore to, Tally tally, TransferListener listener) {
        this.order = order;
        this.from = from;
        this.to = to;
        this.tally = tally;
        this.listener = listener;
    }

    /** Takes the files that were found, one by one. */
    interface Found {
        void accept(Task task) throws IOException;
    }

    void find(Found found) throws IOException {
        Address base = order.from().base();
        Address target = order.to().address();
        if (base.equals(target)) {
            throw Transfer.intoItself(order);
        }
        Optional<ObjectEntry> single = order.from().pattern().isPresent() ? Optional.empty() : from.entry("");
        if (single.isPresent()) {
            findOne(single.get(), found);
            return;
        }
        if (order.from().pattern().isEmpty() && base.isFile() && target.isFile() && target.path().startsWith(base.path())) {
            throw Transfer.intoItself(order);
        }
        findAll(found);
    }

    private void findOne(ObjectEntry entry, Found found) throws IOException {
        if (order.delete()) {
            throw new VolumeException(Kind.UNSUPPORTED, "only folders can be synced with removing the rest; "
                    + order.from().base() + " is a file");
        }
        String name = order.from().base().name();
        String key = order.to().folder() ? name : "";
        if (order.sync()) {
            to.entry(key).ifPresent(known -> there.put(key, known));
        }
        found.accept(task(entry, key, name));
    }

    private void findAll(Found found) throws IOException {
        refuseMissingFolder();
        if (order.sync()) {
            to.walk("", true, entry -> there.put(entry.key(), entry));
        }
        Predicate<String> keys = order.from().keys();
        long[] count = new long[1];
        boolean listed = from.walk("", true, entry -> {
            if (keys.test(entry.key())) {
                count[0]++;
                if (order.delete()) {
                    wanted.add(entry.key());
                }
                found.accept(task(entry, entry.key(), entry.key()));
            }
        });
        if (!listed) {
            throw new VolumeException(Kind.NOT_FOUND, "there is no file " + order.from().base()
                    + ", and what is in a folder of a web server cannot be found out; name a single file"
                    + " or use the s3:// address");
        }
        if (count[0] == 0 && (order.from().pattern().isPresent() || !order.from().base().isFile())) {
            throw new VolumeException(Kind.NOT_FOUND, "there is nothing at " + order.from().base()
                    + order.from().pattern().map(pattern -> " that fits to " + pattern).orElse("") + "; check the spelling");
        }
    }

    private void refuseMissingFolder() throws VolumeException {
        Address base = order.from().base();
        if (base.isFile() && !Files.isDirectory(base.path())) {
            throw new VolumeException(Kind.NOT_FOUND, "there is no file or folder " + base);
        }
    }

    private Task task(ObjectEntry entry, String target, String shown) {
        Item item = new Item(shown, entry.size());
        ObjectEntry known = there.get(target);
        if (known != null && isSame(entry, known)) {
            item.end(State.SKIPPED, "");
        }
        return new Task(entry, target, item);
    }

    /** Of the same size, and with the same tag or not older. */
    static boolean isSame(ObjectEntry source, ObjectEntry target) {
        if (source.size() != target.size()) {
            return false;
        }
        if (!source.tag().isEmpty() && source.tag().equals(target.tag())) {
            return true;
        }
        return source.modified().isEmpty() || target.modified().isPresent()
                && !target.modified().get().isBefore(source.modified().get());
    }

    /** Removes what is only at the target; nothing when files failed, since then not all is known. */
    void deleteOthers(boolean complete) throws IOException {
        if (!complete) {
            return;
        }
        for (String key : there.keySet()) {
            if (!wanted.contains(key) && order.from().keys().test(key)) {
                if (!order.dryRun()) {
                    to.delete(key);
                }
                tally.deleted();
                listener.deleted(key);
            }
        }
    }
}
