package org.homeroom.realtime;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.homeroom.kernel.SchoolClock;

/**
 * {@code /ws/live}, one instance for each connection. {@link LiveDoor} has decided who it is before
 * the handshake; what frames mean is decided by {@link LiveDispatcher}.
 */
@ServerEndpoint("/ws/live")
public class LiveEndpoint {

    /** Characters of a text frame. */
    private static final int LONGEST_FRAME = 65_536;

    @Inject LiveDispatcher dispatcher;
    @Inject LiveConnections connections;
    @Inject LiveHeartbeat heartbeat;
    @Inject SchoolClock clock;
    @Resource ManagedExecutorService executor;

    private final StringBuilder text = new StringBuilder();
    private final CompletableFuture<Void> greeted = new CompletableFuture<>();
    private LiveConnection connection;
    private BrowserSocket socket;
    private FramePace pace;

    @OnOpen
    public void open(Session session) {
        socket = new BrowserSocket(session);
        pace = new FramePace(clock.now().toEpochMilli());
        if (!(session.getUserPrincipal() instanceof Visitor visitor)) {
            socket.close(CloseReason.NOT_SIGNED_IN);
            return;
        }
        if (visitor.refusal() != null) {
            socket.close(visitor.refusal());
            return;
        }
        connection = new LiveConnection(visitor.caller(), visitor.signIn(), socket);
        heartbeat.watch(session.getId(), socket);
        // The server's thread here must not wait for the database.
        executor.execute(this::greet);
    }

    @OnMessage
    public void part(String part, boolean last) {
        if (connection == null) {
            return;
        }
        text.append(part);
        if (text.length() > LONGEST_FRAME) {
            connection.close(CloseReason.LIMIT_EXCEEDED);
            text.setLength(0);
        } else if (last) {
            String frame = text.toString();
            text.setLength(0);
            take(frame);
        }
    }

    @OnMessage
    public void binary(ByteBuffer part, boolean last) {
        if (connection != null && last) {
            take("");
        }
    }

    @OnMessage
    public void pong(PongMessage pong, Session session) {
        heartbeat.heard(session.getId());
    }

    @OnClose
    public void close(Session session) {
        heartbeat.forget(session.getId());
        if (connection != null) {
            // After the greeting, which would otherwise take in what is forgotten here.
            greeted.whenComplete((done, failure) -> connections.forget(connection));
        }
    }

    @OnError
    public void error(Session session, Throwable problem) {
        // A browser that vanished; the close that follows tidies up.
        System.getLogger(LiveEndpoint.class.getName())
                .log(System.Logger.Level.DEBUG, "a live connection broke", problem);
    }

    private void greet() {
        try {
            dispatcher.open(connection);
            greeted.complete(null);
        } catch (RuntimeException e) {
            greeted.completeExceptionally(e);
            connection.close(CloseReason.UNAVAILABLE);
            System.getLogger(LiveEndpoint.class.getName())
                    .log(System.Logger.Level.ERROR, "a live connection could not be opened", e);
        }
    }

    private void take(String frame) {
        if (!pace.count(clock.now().toEpochMilli())) {
            connection.close(CloseReason.LIMIT_EXCEEDED);
            return;
        }
        // Nothing is answered before hello.
        greeted.join();
        dispatcher.frame(connection, frame);
    }
}
