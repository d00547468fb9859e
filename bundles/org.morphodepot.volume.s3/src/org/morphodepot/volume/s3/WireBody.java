package org.morphodepot.volume.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

import org.morphodepot.volume.spi.StoreBusyException;

/** The body of an answer on a connection, which is kept when all of it has been read. One thread. */
final class WireBody extends InputStream {

    private final Wires wires;
    private final Wire wire;
    private final Wire.Answer answer;
    private final String name;
    private long left;
    private boolean ended;

    WireBody(Wires wires, Wire wire, Wire.Answer answer, String name) {
        this.wires = wires;
        this.wire = wire;
        this.answer = answer;
        this.name = name;
        this.left = answer.length();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        try {
            int n = wire.read(into, offset, (int) Math.min(Math.min(length, ShortWay.step()), left));
            if (n < 0) {
                throw new IOException("the server ended it early");
            }
            left -= n;
            return n;
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw (IOException) new InterruptedIOException(name + ": cancelled").initCause(e);
            }
            throw new StoreBusyException("the connection broke off while " + name + " was read; try again", e);
        }
    }

    @Override
    public void close() {
        if (ended) {
            return;
        }
        ended = true;
        if (left == 0) {
            wires.giveBack(wire, answer);
        } else {
            wire.close();
        }
    }
}
