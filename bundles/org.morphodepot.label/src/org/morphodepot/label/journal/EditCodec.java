package org.morphodepot.label.journal;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.morphodepot.label.BlockCodec;
import org.morphodepot.label.Edit;
import org.morphodepot.label.Edit.BlockEdit;
import org.morphodepot.label.Edit.SegmentsEdit;
import org.morphodepot.label.Segment;
import org.morphodepot.label.SegmentColor;
import org.morphodepot.volume.HeaderField;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.io.LenientUtf8;

/** Edits as bytes. Every length is checked against what can follow before anything is allocated. */
final class EditCodec {

    private static final int LONGEST_TEXT = 1 << 24;

    private EditCodec() {
    }

    /** All of an edit but its blocks. */
    static void writeHead(Edit edit, DataOutputStream out) throws IOException {
        writeText(edit.name(), out);
        writeText(edit.tool(), out);
        out.writeLong(edit.when().getEpochSecond());
        out.writeInt(edit.when().getNano());
        out.writeInt(edit.parameters().size());
        for (Map.Entry<String, String> parameter : edit.parameters().entrySet()) {
            writeText(parameter.getKey(), out);
            writeText(parameter.getValue(), out);
        }
        VoxelBox box = edit.box();
        for (int bound : new int[] {box.x0(), box.y0(), box.z0(), box.x1(), box.y1(), box.z1()}) {
            out.writeInt(bound);
        }
        out.writeBoolean(edit.segments() != null);
        if (edit.segments() != null) {
            writeSegments(edit.segments().before(), out);
            writeSegments(edit.segments().after(), out);
        }
    }

    /** An edit without its blocks. */
    static Edit readHead(DataInputStream in) throws IOException {
        String name = readText(in);
        String tool = readText(in);
        Instant when = Instant.ofEpochSecond(in.readLong(), in.readInt());
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = in.readInt(); i > 0; i--) {
            parameters.put(readText(in), readText(in));
        }
        VoxelBox box = new VoxelBox(in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readInt());
        SegmentsEdit segments = in.readBoolean() ? new SegmentsEdit(readSegments(in), readSegments(in)) : null;
        return new Edit(name, tool, when, Map.copyOf(parameters), List.of(), segments, box);
    }

    static Edit withBlocks(Edit head, List<BlockEdit> blocks) {
        return new Edit(head.name(), head.tool(), head.when(), head.parameters(), blocks, head.segments(), head.box());
    }

    static void writeBlock(BlockEdit block, DataOutputStream out) throws IOException {
        out.writeInt(block.layer());
        out.writeInt(block.bx());
        out.writeInt(block.by());
        out.writeInt(block.bz());
        BlockCodec.write(block.before(), out);
        BlockCodec.write(block.after(), out);
    }

    static BlockEdit readBlock(DataInputStream in) throws IOException {
        return new BlockEdit(in.readInt(), in.readInt(), in.readInt(), in.readInt(), BlockCodec.read(in),
                BlockCodec.read(in));
    }

    static void writeText(String text, DataOutputStream out) throws IOException {
        byte[] bytes = LenientUtf8.encode(text);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String readText(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST_TEXT) {
            throw new IOException("a text of " + length + " bytes");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("a text ends too early");
        }
        return LenientUtf8.decode(bytes, 0, length);
    }

    private static void writeSegments(List<Segment> segments, DataOutputStream out) throws IOException {
        out.writeInt(segments.size());
        for (Segment s : segments) {
            writeText(s.id(), out);
            writeText(s.name(), out);
            out.writeDouble(s.color().red());
            out.writeDouble(s.color().green());
            out.writeDouble(s.color().blue());
            out.writeInt(s.layer());
            out.writeInt(s.label());
            writeText(s.tags(), out);
            out.writeInt(s.fields().size());
            for (HeaderField field : s.fields()) {
                writeText(field.key(), out);
                writeText(field.value(), out);
                out.writeBoolean(field.custom());
            }
            out.writeBoolean(s.visible());
            out.writeBoolean(s.locked());
            out.writeDouble(s.opacity());
        }
    }

    private static List<Segment> readSegments(DataInputStream in) throws IOException {
        List<Segment> segments = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            segments.add(new Segment(readText(in), readText(in),
                    new SegmentColor(in.readDouble(), in.readDouble(), in.readDouble()), in.readInt(), in.readInt(),
                    readText(in), readFields(in), in.readBoolean(), in.readBoolean(), in.readDouble()));
        }
        return List.copyOf(segments);
    }

    private static List<HeaderField> readFields(DataInputStream in) throws IOException {
        List<HeaderField> fields = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            fields.add(new HeaderField(readText(in), readText(in), in.readBoolean()));
        }
        return List.copyOf(fields);
    }
}
