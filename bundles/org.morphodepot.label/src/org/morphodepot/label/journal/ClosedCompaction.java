package org.morphodepot.label.journal;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.morphodepot.label.journal.LabelJournal.Waste;
import org.morphodepot.volume.io.AtomicFile;

/** Compacts a journal before it is in use. */
final class ClosedCompaction {

    private static final System.Logger LOG = System.getLogger(ClosedCompaction.class.getName());

    private ClosedCompaction() {
    }

    /**
     * Drops what nobody can see any more; a journal that cannot be compacted is as good as it was.
     *
     * @param base id of the state that is opened
     */
    static void run(Path path, String base) throws IOException {
        if (!Files.isRegularFile(path) || Files.size(path) < Waste.MUCH.bytes()) {
            return;
        }
        try (JournalFile file = JournalFile.open(path)) {
            JournalReader.Contents contents = JournalReader.read(file);
            int start = LabelJournal.start(contents, base);
            if (!contents.damaged() && start > 0) {
                JournalCompaction.of(contents.entries(), contents.begin(), steps(contents, start), Waste.MUCH)
                        .ifPresent(plan -> replace(plan, contents.entries(), file));
            }
        }
    }

    private static void replace(JournalCompaction plan, List<Entry> entries, JournalFile file) {
        try (AtomicFile target = AtomicFile.create(file.path())) {
            JournalCopy copy = new JournalCopy(plan, Channels.newChannel(target.out()), () -> false);
            copy.begin(file.channel());
            copy.follow(file.channel(), entries);
            file.close();
            target.commit();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "Compacting " + file.path(), e);
        }
    }

    private static long steps(JournalReader.Contents contents, int start) {
        return contents.entries().subList(0, start).stream().filter(Entry::isStep).count();
    }
}
