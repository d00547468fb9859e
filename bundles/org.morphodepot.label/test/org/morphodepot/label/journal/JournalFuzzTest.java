package org.morphodepot.label.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.label.Block;
import org.morphodepot.label.BlockCodec;
import org.morphodepot.label.Labelling;
import org.morphodepot.label.Segmentation;
import org.morphodepot.testing.Damage;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VoxelSize;

/** Journals with damaged bytes: what is whole comes back, or one line says why not. Also with checksums that are right again. */
class JournalFuzzTest {

    private static final Segmentation EMPTY = Segmentation.empty(new VoxelSize(70, 40, 66), Geometry.of(1, 1, 1, "mm"));
    private static final int ROUNDS = Damage.rounds(150);

    @TempDir
    private Path folder;

    private byte[] written() throws IOException {
        Path file = folder.resolve("good.journal");
        Labelling labelling = new Labelling(EMPTY);
        try (LabelJournal journal = LabelJournal.open(file, "base")) {
            journal.attach(labelling);
            for (int n = 0; n < 9; n++) {
                LabelJournalTest.step(labelling, n);
            }
        }
        return Files.readAllBytes(file);
    }

    @Test
    void damagedJournals_areRecoveredOrRefused() throws IOException {
        byte[] good = written();
        Damage damage = new Damage(5);
        int lost = 0;
        for (int round = 0; round < ROUNDS; round++) {
            lost += steps(damage.of(good), round) < 9 ? 1 : 0;
        }
        assertTrue(lost > 0);
    }

    /** Whoever makes a journal by hand makes its checksums too. */
    @Test
    void damagedRecordsWithRightChecksums_areRecoveredOrRefused() throws IOException {
        byte[] good = written();
        Damage damage = new Damage(6);
        int lost = 0;
        for (int round = 0; round < ROUNDS; round++) {
            lost += steps(withDamagedRecord(good, damage, round), round) < 9 ? 1 : 0;
        }
        assertTrue(lost > 0);
    }

    /** The journal with the content of one of its records damaged, deflated again and with its checksum made right. */
    private static byte[] withDamagedRecord(byte[] good, Damage damage, int which) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(good, 0, JournalReader.START);
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(good, JournalReader.START, good.length));
        for (int n = 0; in.available() > 0; n++) {
            Record record = Record.read(in);
            if (n == 1 + which % 9) {
                byte[] content = damage.of(inflated(record));
                record = Record.of(record.kind(), body -> body.write(content));
            }
            out.write(record.bytes().array());
        }
        return out.toByteArray();
    }

    private static byte[] inflated(Record record) throws IOException {
        try (DataInputStream content = record.open()) {
            return content.readAllBytes();
        }
    }

    private int steps(byte[] bytes, int round) throws IOException {
        Path file = Files.write(folder.resolve("bad-" + round + ".journal"), bytes);
        Labelling labelling = new Labelling(EMPTY);
        try (LabelJournal journal = LabelJournal.open(file, "base")) {
            int steps = journal.attach(labelling);
            while (labelling.undo().isPresent()) {
                labelling.current().layers();
            }
            return steps;
        } catch (VolumeException e) {
            assertEquals(1, e.getMessage().lines().count(), e.getMessage());
            return 0;
        } catch (RuntimeException | IOException | Error e) {
            throw new AssertionError("round " + round, e);
        }
    }

    @Test
    void damagedBlocks_areReadOrRefused() throws IOException {
        Damage damage = new Damage(7);
        for (int labels : new int[] {1, 3, 17, 300}) {
            char[] voxels = new char[Block.VOXELS];
            for (int i = 0; i < voxels.length; i++) {
                voxels[i] = (char) (i * 31 % labels);
            }
            ByteArrayOutputStream good = new ByteArrayOutputStream();
            BlockCodec.write(Block.of(voxels), new DataOutputStream(good));
            for (int round = 0; round < ROUNDS; round++) {
                byte[] bad = damage.of(good.toByteArray());
                try {
                    BlockCodec.read(new DataInputStream(new ByteArrayInputStream(bad))).copyTo(voxels);
                } catch (IOException e) {
                    assertTrue(bad.length > 0 || e.getMessage() == null);
                } catch (RuntimeException | Error e) {
                    throw new AssertionError("round " + round, e);
                }
            }
        }
    }
}
