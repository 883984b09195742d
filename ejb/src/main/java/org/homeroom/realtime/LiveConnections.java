package org.homeroom.realtime;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The connections that are open on this node, by person and by topic. Kept in memory only. */
@ApplicationScoped
public class LiveConnections {

    /** Connections one person may have; the oldest gives way (realtime.md section 1). */
    static final int PER_PERSON = 5;

    private final Map<Key, Collection<LiveConnection>> people = new ConcurrentHashMap<>();
    private final Map<Key, Room> rooms = new ConcurrentHashMap<>();

    /** Takes in a new connection; a person's sixth closes the first. */
    public void open(LiveConnection connection) {
        Key person = new Key(connection.schoolId(), connection.caller().accountId().toString());
        LiveConnection oldest = null;
        synchronized (people) {
            Collection<LiveConnection> own =
                    people.computeIfAbsent(person, p -> new ConcurrentLinkedQueue<>());
            own.add(connection);
            if (own.size() > PER_PERSON) {
                oldest = own.iterator().next();
            }
        }
        if (oldest != null) {
            oldest.close(CloseReason.REPLACED);
            forget(oldest);
        }
    }

    /**
     * Lets the connection hear the topic.
     *
     * @param newest the number its page can already fetch
     * @return false when it heard the topic before
     */
    public boolean hear(LiveConnection connection, String topic, long newest) {
        synchronized (rooms) {
            rooms.computeIfAbsent(
                            new Key(connection.schoolId(), topic),
                            key -> new Room(new TopicCursor(newest), ConcurrentHashMap.newKeySet()))
                    .members()
                    .add(connection);
        }
        boolean fresh = connection.heard().add(topic);
        if (connection.isGone()) {
            leave(connection, topic);
        }
        return fresh;
    }

    /** Forgets a connection whose wire is gone. */
    public void forget(LiveConnection connection) {
        connection.gone();
        synchronized (people) {
            Key person = new Key(connection.schoolId(), connection.caller().accountId().toString());
            people.computeIfPresent(
                    person, (p, own) -> own.remove(connection) && own.isEmpty() ? null : own);
        }
        connection.heard().forEach(topic -> leave(connection, topic));
    }

    /** Closes every connection of one sign-in, when it ends. */
    public void end(UUID signIn) {
        all().stream()
                .filter(connection -> connection.signIn().equals(signIn))
                .forEach(connection -> connection.close(CloseReason.NOT_SIGNED_IN));
    }

    /**
     * Closes every connection of these people, in whichever school. Those who are still signed in
     * knock again and are let in.
     */
    void knockAgain(Set<UUID> accountIds) {
        all().stream()
                .filter(connection -> accountIds.contains(connection.caller().accountId()))
                .forEach(connection -> connection.close(CloseReason.UNAVAILABLE));
    }

    /** Returns one person's connections. */
    Collection<LiveConnection> of(UUID schoolId, UUID accountId) {
        return people.getOrDefault(new Key(schoolId, accountId.toString()), List.of());
    }

    /** Returns the topic as it stands on this node, or null when nobody here hears it. */
    Room room(UUID schoolId, String topic) {
        return rooms.get(new Key(schoolId, topic));
    }

    /** Returns every topic somebody here hears. */
    Collection<Key> topics() {
        return List.copyOf(rooms.keySet());
    }

    /** Returns every open connection. */
    public List<LiveConnection> all() {
        List<LiveConnection> all = new ArrayList<>();
        people.values().forEach(all::addAll);
        return all;
    }

    private void leave(LiveConnection connection, String topic) {
        synchronized (rooms) {
            rooms.computeIfPresent(
                    new Key(connection.schoolId(), topic),
                    (key, room) ->
                            room.members().remove(connection) && room.members().isEmpty()
                                    ? null
                                    : room);
        }
    }

    /** A person or a topic of one school. */
    record Key(UUID schoolId, String name) {}

    /** Those who hear a topic, and what they were told. */
    record Room(TopicCursor cursor, Collection<LiveConnection> members) {

        void tell(LiveEvent event) {
            members.forEach(member -> member.tell(event));
        }
    }
}
