package org.homeroom.realtime;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.homeroom.identity.Caller;

/**
 * A kind of topic, answered for by the domain that owns it. Topics are written {@code kind:id}. A
 * topic whose events are stored under sequence numbers lets a node that missed a hint catch up; for
 * others the newest number is always 0.
 */
public interface LiveTopics {

    /** Returns the kind, the part before the colon. */
    String kind();

    /**
     * Returns the topics this person hears without asking, with the newest sequence number of each.
     */
    Map<String, Long> heardBy(Caller caller);

    /** Returns the topic's newest sequence number, or nothing when the person may not hear it. */
    OptionalLong admit(Caller caller, String topic);

    /** Returns at most {@code limit} events after the number, in order. */
    List<Numbered> after(UUID schoolId, String topic, long seq, int limit);

    /** An event with its place in the topic, from 1 without gaps. */
    record Numbered(long seq, LiveEvent event) {}
}
