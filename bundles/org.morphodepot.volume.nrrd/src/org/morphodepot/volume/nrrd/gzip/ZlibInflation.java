package org.morphodepot.volume.nrrd.gzip;

import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** With Java's inflater, which is there everywhere. */
final class ZlibInflation implements Inflation {

    private final StoredBytes in;
    private final Inflater inflater = new Inflater(true);

    ZlibInflation(StoredBytes in) {
        this.in = in;
    }

    @Override
    public void reset() {
        inflater.reset();
    }

    @Override
    public boolean isFinished() {
        return inflater.finished();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = 0;
        while (count < length && !inflater.finished()) {
            if (inflater.needsInput() && !refill()) {
                break;
            }
            count += inflate(into, offset + count, length - count);
        }
        if (inflater.finished()) {
            in.giveBack(inflater.getRemaining());
            inflater.setInput(new byte[0]);
        }
        return count;
    }

    private boolean refill() throws IOException {
        if (!in.fill()) {
            return false;
        }
        inflater.setInput(in.array(), in.offset(), in.length());
        in.take();
        return true;
    }

    private int inflate(byte[] into, int offset, int length) throws IOException {
        try {
            return inflater.inflate(into, offset, length);
        } catch (DataFormatException e) {
            throw Inflation.damaged();
        }
    }
}
