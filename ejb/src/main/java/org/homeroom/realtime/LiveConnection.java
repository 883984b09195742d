package org.homeroom.realtime;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.homeroom.identity.Caller;

/** One open browser of one person, with the topics it hears. */
public final class LiveConnection {

    private final Caller caller;
    private final String session;
    private final Outbox outbox;
    private final AtomicLong count = new AtomicLong();
    private final Set<String> topics = ConcurrentHashMap.newKeySet();

    /**
     * @param session what the sign-in is known by, so that its end closes the connection; null when
     *     there is none to watch
     */
    public LiveConnection(Caller caller, String session, LiveSocket socket) {
        this.caller = caller;
        this.session = session;
        this.outbox = new Outbox(socket);
    }

    public Caller caller() {
        return caller;
    }

    /** Queues the event; never blocks. */
    public void tell(LiveEvent event) {
        // Counted and queued as one step, so that ids on the wire only grow.
        synchronized (count) {
            outbox.put(event.frame(caller.accountId(), count.incrementAndGet()));
        }
    }

    /** Accepts several envelopes in one frame from now on. */
    public void join() {
        outbox.join();
    }

    /** Closes from this side. */
    public void close(CloseReason reason) {
        outbox.close(reason);
    }

    /** Returns the topics it hears, complete as {@code conversation:<id>}. */
    public Set<String> topics() {
        return Set.copyOf(topics);
    }

    Set<String> heard() {
        return topics;
    }

    UUID schoolId() {
        return caller.schoolId();
    }

    String session() {
        return session;
    }

    void gone() {
        outbox.gone();
    }

    boolean isGone() {
        return outbox.isClosed();
    }
}
