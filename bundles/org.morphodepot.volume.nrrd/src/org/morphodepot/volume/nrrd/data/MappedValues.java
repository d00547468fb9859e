package org.morphodepot.volume.nrrd.data;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.io.DiskTrouble;
import org.morphodepot.volume.nrrd.file.LocalSource;
import org.morphodepot.volume.nrrd.header.NrrdHeader;

/** Raw files mapped into memory: any size, no heap, read by the page. */
public final class MappedValues implements RawValues {

    private final Arena arena = Arena.ofShared();
    private final List<Part> parts = new ArrayList<>();
    private final boolean littleEndian;

    private record Part(Path file, MemorySegment bytes) {
    }

    private MappedValues(boolean littleEndian) {
        this.littleEndian = littleEndian;
    }

    /** Maps the pieces of {@code header}, all raw and local, all of one length. */
    public static MappedValues of(NrrdHeader header, List<Piece> pieces) throws IOException {
        MappedValues values = new MappedValues(header.order() == ByteOrder.LITTLE_ENDIAN);
        try {
            for (Piece piece : pieces) {
                piece.checkRawSize(header);
                values.map(((LocalSource) piece.source()).path(), piece.rawStart(header), piece.bytes());
            }
            return values;
        } catch (IOException | RuntimeException e) {
            values.close();
            throw e;
        }
    }

    private void map(Path file, long start, long length) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            parts.add(new Part(file, channel.map(FileChannel.MapMode.READ_ONLY, start, length, arena)));
        } catch (IOException e) {
            throw DiskTrouble.reading(file, e);
        }
    }

    @Override
    public void read(long offset, byte[] into, int at, int length) throws IOException {
        long share = parts.getFirst().bytes().byteSize();
        int done = 0;
        while (done < length) {
            long position = offset + done;
            Part part = parts.get((int) (position / share));
            long inPart = position % share;
            int count = (int) Math.min(length - done, share - inPart);
            copy(part, inPart, into, at + done, count);
            done += count;
        }
    }

    private static void copy(Part part, long position, byte[] into, int at, int count) throws IOException {
        try {
            MemorySegment.copy(part.bytes(), ValueLayout.JAVA_BYTE, position, into, at, count);
        } catch (IllegalStateException e) {
            throw new VolumeException(Kind.STORAGE, part.file() + " has been closed", e);
        } catch (InternalError e) {
            // a page that is not there any more: the file was cut, or the disk or share went away
            throw new VolumeException(Kind.STORAGE, "cannot read " + part.file()
                    + ": it changed or its disk is gone; open it again", e);
        }
    }

    @Override
    public boolean isLittleEndian() {
        return littleEndian;
    }

    @Override
    public boolean isLocal() {
        return true;
    }

    @Override
    public void close() {
        if (arena.scope().isAlive()) {
            arena.close();
        }
    }
}
