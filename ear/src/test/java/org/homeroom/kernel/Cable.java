package org.homeroom.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A way to the server that can be cut. A browser that is told to be offline lets the first requests
 * of a page that it opens anew slip through; no request slips through a cut cable.
 */
public final class Cable implements AutoCloseable {

    private final ServerSocket end;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    public Cable() {
        try {
            end = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        beside(this::accept);
    }

    /** Returns a school's address at this end of the cable. */
    String school(String subdomain) {
        return ServerAddress.school(subdomain, end.getLocalPort());
    }

    /** Ends all that goes through; whatever comes is turned away until {@link #mend}. */
    public synchronized void cut() {
        cut = true;
        open.forEach(Cable::end);
    }

    /** Lets through again. */
    public void mend() {
        cut = false;
    }

    private void accept() throws IOException {
        while (true) {
            Socket near = end.accept();
            if (!join(near)) {
                end(near);
            }
        }
    }

    private synchronized boolean join(Socket near) throws IOException {
        if (cut) {
            return false;
        }
        Socket far = new Socket(InetAddress.getLoopbackAddress(), ServerAddress.port());
        open.add(near);
        open.add(far);
        beside(() -> carry(near, far));
        beside(() -> carry(far, near));
        return true;
    }

    private void carry(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // Nothing goes through it any more.
        }
    }

    private static void beside(Carrying work) {
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                work.run();
                            } catch (IOException e) {
                                // Cut, or the other end went away: that is what a cable is for.
                            }
                        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        end.close();
        cut();
    }

    @FunctionalInterface
    private interface Carrying {
        void run() throws IOException;
    }
}
