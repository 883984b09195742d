package org.homeroom.realtime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Map;
import org.homeroom.kernel.SchoolClock;

/** Frames {@code ping}, answered {@code pong}: the browser's way to know that the line is alive. */
@ApplicationScoped
public class PingCommand implements LiveCommand {

    @Inject SchoolClock clock;

    @Override
    public String type() {
        return "ping";
    }

    @Override
    public void run(LiveConnection connection, JsonObject data) {
        connection.tell(LiveEvent.of("pong", Map.of(), clock.now()));
    }
}
