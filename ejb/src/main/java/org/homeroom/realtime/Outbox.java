package org.homeroom.realtime;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What waits to be sent on one connection: one send under way, the rest in order, at most {@link
 * #LIMIT}. A reader that falls further behind is closed and fetches what it missed when it returns;
 * an unbounded queue would let one slow telephone fill the server's memory.
 */
final class Outbox {

    /** Frames that may wait on one connection. */
    static final int LIMIT = 2_000;

    /** Frames at most in one joined frame. */
    private static final int JOIN = 50;

    private final LiveSocket socket;
    private final Deque<String> waiting = new ArrayDeque<>();
    private boolean sending;
    private boolean closed;
    private boolean joining;

    Outbox(LiveSocket socket) {
        this.socket = socket;
    }

    /** Lets frames that wait together leave as one JSON array, which costs a third less. */
    synchronized void join() {
        joining = true;
    }

    /** Queues a frame, or closes the connection when too many wait. */
    void put(String frame) {
        String next;
        boolean overflow = false;
        synchronized (this) {
            if (closed) {
                return;
            }
            waiting.add(frame);
            overflow = waiting.size() > LIMIT;
            next = overflow ? null : take();
        }
        if (overflow) {
            close(CloseReason.LIMIT_EXCEEDED);
        } else {
            send(next);
        }
    }

    /** Sends nothing more and closes the wire. */
    void close(CloseReason reason) {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            waiting.clear();
        }
        socket.close(reason);
    }

    /** Forgets what waits, after the wire is gone. */
    synchronized void gone() {
        closed = true;
        waiting.clear();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    synchronized int size() {
        return waiting.size();
    }

    private void send(String frame) {
        if (frame != null) {
            socket.send(frame, this::sent);
        }
    }

    private void sent(boolean left) {
        String next;
        synchronized (this) {
            sending = false;
            if (!left) {
                // The browser is gone; what it missed it fetches when it returns.
                closed = true;
                waiting.clear();
            }
            next = closed ? null : take();
        }
        send(next);
    }

    private String take() {
        if (sending || waiting.isEmpty()) {
            return null;
        }
        sending = true;
        if (!joining || waiting.size() == 1) {
            return waiting.poll();
        }
        StringBuilder joined = new StringBuilder("[").append(waiting.poll());
        for (int i = 1; i < JOIN && !waiting.isEmpty(); i++) {
            joined.append(',').append(waiting.poll());
        }
        return joined.append(']').toString();
    }
}
