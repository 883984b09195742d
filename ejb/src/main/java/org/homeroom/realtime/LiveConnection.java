package org.homeroom.realtime;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.homeroom.identity.Caller;

/** One open browser of one person, with the topics it hears. */
public final class LiveConnection {

    private final Caller caller;
    private final UUID signIn;
    private final Outbox outbox;
    private final AtomicLong count = new AtomicLong();
    private final Set<String> topics = ConcurrentHashMap.newKeySet();

    /**
     * @param signIn the sign-in whose end closes the connection
     */
    public LiveConnection(Caller caller, UUID signIn, LiveSocket socket) {
        this.caller = caller;
        this.signIn = signIn;
        this.outbox = new Outbox(socket);
    }

    public Caller caller() {
        return caller;
    }

    public UUID signIn() {
        return signIn;
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

    void gone() {
        outbox.gone();
    }

    boolean isGone() {
        return outbox.isClosed();
    }
}
