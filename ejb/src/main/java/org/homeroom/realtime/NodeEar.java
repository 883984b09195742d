package org.homeroom.realtime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.homeroom.identity.AccessEnded;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.realtime.LiveConnections.Room;
import org.homeroom.realtime.LiveTopics.Numbered;

/** Tells this node's browsers what other nodes have news of, and what was missed meanwhile. */
@ApplicationScoped
public class NodeEar {

    private static final Logger LOG = System.getLogger(NodeEar.class.getName());
    private static final int PAGE = 200;

    @Inject LiveConnections connections;
    @Inject NodeLink link;
    @Inject SchoolClock clock;
    @Inject @Any Instance<LiveTopics> kinds;
    @Inject Event<AccessEnded> ended;

    /**
     * Takes in one notification; what this node sent itself it has told already. Never fails: what
     * cannot be read or told must not keep the next from being heard.
     */
    void hear(String payload) {
        String[] lines = payload.split("\n");
        if (lines[0].equals(link.node())) {
            return;
        }
        for (int i = 1; i < lines.length; i++) {
            try {
                tell(NodeNews.read(lines[i]));
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "news of another node could not be told: {0}", e.toString());
            }
        }
    }

    /** Fetches what was stored while this node did not listen, for every topic heard here. */
    void catchUp() {
        connections.topics().forEach(key -> fetch(key.schoolId(), key.name()));
        // What was only passing cannot be fetched by number; pages read their state again.
        LiveEvent reload = LiveEvent.of("notice", Map.of("code", "RELOAD"), clock.now());
        connections.all().forEach(connection -> connection.tell(reload));
    }

    private void tell(NodeNews news) {
        if (AccessWatch.NEWS.equals(news.type())) {
            ended.fire(new AccessEnded(news.schoolId(), Set.of(news.account()), false));
            return;
        }
        if (news.type() == null) {
            fetch(news.schoolId(), news.topic());
            return;
        }
        LiveEvent event = LiveEvent.of(news.type(), news.data(), clock.now());
        if (news.account() != null) {
            connections.of(news.schoolId(), news.account()).forEach(one -> one.tell(event));
        } else {
            Room room = connections.room(news.schoolId(), news.topic());
            if (room != null) {
                room.tell(event);
            }
        }
    }

    private void fetch(UUID schoolId, String topic) {
        Room room = connections.room(schoolId, topic);
        if (room == null) {
            return;
        }
        try {
            for (LiveTopics kind : kinds) {
                if (topic.startsWith(kind.kind() + ":")) {
                    fetch(kind, schoolId, topic, room);
                }
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "topic {0} could not be fetched: {1}", topic, e.getMessage());
        }
    }

    private static void fetch(LiveTopics kind, UUID schoolId, String topic, Room room) {
        long from = room.cursor().upTo();
        List<Numbered> page;
        do {
            page = kind.after(schoolId, topic, from, PAGE);
            for (Numbered one : page) {
                from = one.seq();
                if (room.cursor().accept(one.seq())) {
                    room.tell(one.event());
                }
            }
        } while (page.size() == PAGE);
    }
}
