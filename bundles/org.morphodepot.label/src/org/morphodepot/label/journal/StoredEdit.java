package org.morphodepot.label.journal;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.morphodepot.label.Edit;
import org.morphodepot.label.Edit.BlockEdit;

/** An edit as it is put together from its records. */
final class StoredEdit {

    private Edit head;
    private int size;
    private int missing;
    private List<BlockEdit> blocks = new ArrayList<>();

    /** Reads the first record of an edit; what came before is forgotten. */
    void begin(Record record) throws IOException {
        try (DataInputStream in = record.open()) {
            head = EditCodec.readHead(in);
            size = in.readInt();
            missing = size;
            blocks = new ArrayList<>();
            take(in);
        }
    }

    /** Reads a record with further blocks. */
    void go(Record record) throws IOException {
        try (DataInputStream in = record.open()) {
            take(in);
        }
    }

    private void take(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > missing) {
            throw new IOException("blocks of no edit");
        }
        for (int i = 0; i < count; i++) {
            blocks.add(EditCodec.readBlock(in));
        }
        missing -= count;
    }

    /** Whether no blocks are missing. */
    boolean isComplete() {
        return missing == 0;
    }

    /** All but the blocks. */
    Edit head() {
        return head;
    }

    /** Number of all blocks. */
    int size() {
        return size;
    }

    /** Blocks read since the last time. */
    List<BlockEdit> takeBlocks() {
        List<BlockEdit> taken = blocks;
        blocks = new ArrayList<>();
        return taken;
    }
}
