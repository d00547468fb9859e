package org.morphodepot.work;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A network between people and the forge that counts bytes and breaks off, once, after a given number in one direction. */
public final class CuttingWire implements AutoCloseable {

    /** Which way bytes go. */
    public enum Way {
        UP, DOWN
    }

    private final ServerSocket door;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final long[] passed = new long[2];
    private Way cutWay = Way.UP;
    private long cutAt = Long.MAX_VALUE;
    private int cuts;
    private volatile boolean unplugged;

    public CuttingWire(int target) throws IOException {
        this.target = target;
        door = new ServerSocket(0, 100, InetAddress.getByName("127.0.0.1"));
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    /** From now on counts anew, and breaks every connection once after so many bytes in that direction. */
    public synchronized void cutAfter(Way way, long bytes) {
        passed[0] = 0;
        passed[1] = 0;
        cutWay = way;
        cutAt = bytes;
    }

    public synchronized long passed(Way way) {
        return passed[way.ordinal()];
    }

    public synchronized int cuts() {
        return cuts;
    }

    /** How many of these bytes may still pass; fewer than asked for means that the wire breaks now. */
    private synchronized int grant(Way way, int bytes) {
        long left = way == cutWay ? cutAt - passed[way.ordinal()] : Long.MAX_VALUE;
        int granted = (int) Math.min(left, bytes);
        passed[way.ordinal()] += granted;
        if (granted < bytes) {
            cuts++;
            cutAt = Long.MAX_VALUE;
        }
        return granted;
    }

    /** Lets nothing pass from now on, or again. */
    public void unplug(boolean out) throws IOException {
        unplugged = out;
        if (out) {
            breakAll();
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                if (unplugged) {
                    near.close();
                    continue;
                }
                Socket far = new Socket(InetAddress.getByName("127.0.0.1"), target);
                near.setTcpNoDelay(true);
                far.setTcpNoDelay(true);
                open.add(near);
                open.add(far);
                Thread.ofVirtual().start(() -> pump(near, far, Way.UP));
                Thread.ofVirtual().start(() -> pump(far, near, Way.DOWN));
            } catch (IOException e) {
                // the forge is gone, or the test is over
            }
        }
    }

    private void pump(Socket from, Socket to, Way way) {
        byte[] bytes = new byte[1 << 14];
        try (from; to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                int granted = grant(way, n);
                out.write(bytes, 0, granted);
                out.flush();
                if (granted < n) {
                    breakAll();
                    return;
                }
            }
        } catch (IOException e) {
            // one of both sides closed
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void breakAll() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        breakAll();
    }
}
