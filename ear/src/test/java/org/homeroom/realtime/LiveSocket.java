package org.homeroom.realtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.homeroom.kernel.ServerAddress;

/** A program at the other end of {@code /ws/live}. */
public final class LiveSocket implements WebSocket.Listener, AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int PATIENCE_SECONDS = 10;

    private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private WebSocket socket;

    /** Knocks; {@code query} is a question mark and a ticket, or empty. */
    public static LiveSocket open(String host, String query, Map<String, String> headers) {
        URI address = URI.create("ws://127.0.0.1:" + ServerAddress.port() + "/ws/live" + query);
        WebSocket.Builder builder =
                HTTP.newWebSocketBuilder().header("Host", host + ":" + ServerAddress.port());
        headers.forEach(builder::header);
        LiveSocket live = new LiveSocket();
        live.socket = builder.buildAsync(address, live).join();
        return live;
    }

    /** Sends a frame. */
    public void say(Object frame) throws Exception {
        String json = frame instanceof String raw ? raw : MAPPER.writeValueAsString(frame);
        socket.sendText(json, true).join();
    }

    /** Returns the next frame of a type, passing over others. */
    public JsonNode next(String type) throws Exception {
        for (JsonNode frame = poll(); frame != null; frame = poll()) {
            if (frame.get("type").asText().equals(type)) {
                return frame.get("data");
            }
        }
        throw new AssertionError("no frame " + type + " came");
    }

    /** Returns the next frame, whatever its type. */
    JsonNode next() throws InterruptedException {
        return poll();
    }

    private JsonNode poll() throws InterruptedException {
        return frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Returns the code that the server closes with. */
    public int closing() throws Exception {
        return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            try {
                frames.add(MAPPER.readTree(text.toString()));
            } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                closed.completeExceptionally(e);
            }
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.completeExceptionally(error);
    }

    @Override
    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "");
    }
}
