package org.morphodepot.volume.zarr.codec;

import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.zip.CRC32;
import java.util.zip.Inflater;

/** gzip members, one or several in a row (RFC 1952). */
public final class Gzip implements ByteCodec {

    private static final int HEADER = 10;
    private static final int TRAILER = 8;
    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    @Override
    public String name() {
        return "gzip";
    }

    @Override
    public OptionalLong encodedSize(long decoded) {
        return OptionalLong.empty();
    }

    @Override
    public Bytes decode(Bytes stored, Bytes room) throws CodecException {
        OptionalInt fast = LibDeflate.gzip(stored, room);
        if (fast.isPresent()) {
            return room.part(0, fast.getAsInt());
        }
        int from = 0;
        int done = 0;
        do {
            Bytes member = stored.part(from, stored.length() - from);
            int start = headerLength(member);
            Inflater inflater = new Inflater(true);
            try {
                Bytes free = room.part(done, room.length() - done);
                int count = Deflated.inflate(inflater, member.part(start, member.length() - start), free);
                int end = start + (int) inflater.getBytesRead();
                checkTrailer(member, end, free.part(0, count));
                done += count;
                from += end + TRAILER;
            } finally {
                inflater.end();
            }
        } while (from < stored.length());
        return room.part(0, done);
    }

    private static void checkTrailer(Bytes member, int end, Bytes values) throws CodecException {
        if (member.length() - end < TRAILER) {
            throw new CodecException("the gzip data ends early");
        }
        CRC32 crc = new CRC32();
        crc.update(values.array(), values.offset(), values.length());
        int at = member.offset() + end;
        boolean right = LittleEndian.getInt(member.array(), at) == (int) crc.getValue()
                && LittleEndian.getInt(member.array(), at + 4) == values.length();
        if (!right) {
            throw new CodecException("the gzip checksum does not match");
        }
    }

    private static int headerLength(Bytes member) throws CodecException {
        if (member.length() < HEADER + TRAILER || at(member, 0) != 0x1f || at(member, 1) != 0x8b
                || at(member, 2) != 8) {
            throw new CodecException("not gzip data");
        }
        int flags = at(member, 3);
        int end = HEADER;
        if ((flags & EXTRA) != 0) {
            end += 2 + (at(member, end) | at(member, end + 1) << 8);
        }
        end = (flags & NAME) == 0 ? end : afterText(member, end);
        end = (flags & COMMENT) == 0 ? end : afterText(member, end);
        end += (flags & HEADER_CRC) == 0 ? 0 : 2;
        if (end > member.length()) {
            throw new CodecException("the gzip header ends early");
        }
        return end;
    }

    private static int afterText(Bytes member, int from) throws CodecException {
        int end = from;
        while (at(member, end) != 0) {
            end++;
        }
        return end + 1;
    }

    private static int at(Bytes member, int index) throws CodecException {
        if (index >= member.length()) {
            throw new CodecException("the gzip header ends early");
        }
        return member.array()[member.offset() + index] & 0xff;
    }
}
