package org.homeroom.realtime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.homeroom.identity.CallerContext;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Language;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.kernel.Sentences;
import org.homeroom.tenancy.SchoolService;
import org.homeroom.tenancy.TenantContext;

/**
 * Greets a new connection and hands each frame to the command of its type, with the school and the
 * person bound to the thread. What cannot be read or done is answered with an error frame; the
 * connection stays.
 */
@ApplicationScoped
public class LiveDispatcher {

    // Json itself looks for it anew at each call, through every jar.
    private static final JsonProvider JSON = JsonProvider.provider();

    private static final Logger LOG = System.getLogger(LiveDispatcher.class.getName());

    @Inject LiveConnections connections;
    @Inject SchoolClock clock;
    @Inject SchoolService schools;
    @Inject @Any Instance<LiveTopics> kinds;
    @Inject @Any Instance<LiveCommand> commands;

    /** Takes the connection in, lets it hear the person's own topics and says hello. */
    public void open(LiveConnection connection) {
        connections.open(connection);
        bound(
                connection,
                () -> {
                    for (LiveTopics kind : kinds) {
                        kind.heardBy(connection.caller())
                                .forEach(
                                        (topic, newest) ->
                                                connections.hear(connection, topic, newest));
                    }
                    return null;
                });
        Map<String, Object> hello = new LinkedHashMap<>();
        hello.put("user_id", connection.caller().accountId());
        hello.put("name", connection.caller().displayName());
        hello.put("roles", connection.caller().roles().stream().sorted().toList());
        hello.put("server_time", clock.now());
        hello.put("topics", connection.topics().stream().sorted().toList());
        connection.tell(LiveEvent.of("hello", hello, clock.now()));
    }

    /** Takes in one text frame. */
    public void frame(LiveConnection connection, String text) {
        JsonObject frame = read(text);
        LiveCommand command = frame == null ? null : command(frame.getString("type", ""));
        if (command == null) {
            refuse(connection, "BAD_MESSAGE", "This frame is not understood.", null);
            return;
        }
        // Fields stand under "data"; a frame that carries them beside its type is understood too.
        JsonObject data = frame.get("data") instanceof JsonObject inner ? inner : frame;
        try {
            bound(
                    connection,
                    () -> {
                        command.run(connection, data);
                        return null;
                    });
        } catch (Refusal refusal) {
            refuse(connection, refusal.code().wire(), refusal.getMessage(), data);
        } catch (ClassCastException e) {
            refuse(connection, "BAD_MESSAGE", "A field of this frame has the wrong type.", data);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a live frame failed", e);
            refuse(
                    connection,
                    ErrorCode.INTERNAL_ERROR.wire(),
                    "That did not work. Try again.",
                    data);
        }
    }

    private void refuse(LiveConnection connection, String code, String message, JsonObject data) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", code);
        error.put("message", Sentences.in(language(connection), message));
        if (data != null && data.get("client_id") instanceof JsonString clientId) {
            error.put("client_id", clientId.getString());
        }
        connection.tell(LiveEvent.of("error", error, clock.now()));
    }

    private Language language(LiveConnection connection) {
        return Optional.ofNullable(connection.caller().language())
                .or(
                        () ->
                                schools.byId(connection.schoolId())
                                        .flatMap(school -> Language.of(school.language())))
                .orElse(Language.EN);
    }

    private LiveCommand command(String type) {
        for (LiveCommand command : commands) {
            if (command.type().equals(type)) {
                return command;
            }
        }
        return null;
    }

    private static JsonObject read(String text) {
        try (var reader = JSON.createReader(new StringReader(text))) {
            JsonObject frame = reader.readObject();
            return frame.get("type") instanceof JsonString ? frame : null;
        } catch (JsonException | IllegalStateException | StackOverflowError e) {
            return null; // no JSON, or nested beyond reason
        }
    }

    private static void bound(LiveConnection connection, Callable<Void> work) {
        try {
            TenantContext.callAs(
                    connection.schoolId(), () -> CallerContext.callAs(connection.caller(), work));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
