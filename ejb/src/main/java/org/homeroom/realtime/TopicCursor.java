package org.homeroom.realtime;

import java.util.TreeSet;

/** Which numbers of a topic this node has told, so that each is told once whichever way it came. */
final class TopicCursor {

    private long upTo;
    private final TreeSet<Long> beyond = new TreeSet<>();

    TopicCursor(long upTo) {
        this.upTo = upTo;
    }

    /** Notes the number and tells whether it is new. */
    synchronized boolean accept(long seq) {
        if (seq <= upTo || !beyond.add(seq)) {
            return false;
        }
        while (!beyond.isEmpty() && beyond.first() == upTo + 1) {
            upTo = beyond.pollFirst();
        }
        return true;
    }

    /** Returns the number up to which nothing is missing. */
    synchronized long upTo() {
        return upTo;
    }
}
