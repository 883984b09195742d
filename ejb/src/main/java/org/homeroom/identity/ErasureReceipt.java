package org.homeroom.identity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What went with a deleted account and what had to stay, written by every domain in turn. */
public final class ErasureReceipt {

    private final List<Line> gone = new ArrayList<>();
    private final List<Line> kept = new ArrayList<>();

    /**
     * A sort of data.
     *
     * @param what in plural, such as {@code passkeys}
     * @param why the reason that it stayed, null for what went
     */
    public record Line(String what, long count, String why) {}

    /** Notes what went; nothing when there was none. */
    public void went(String what, long count) {
        if (count > 0) {
            gone.add(new Line(what, count, null));
        }
    }

    /** Notes what stayed under the account's id alone; nothing when there is none. */
    public void stayed(String what, long count, String why) {
        if (count > 0) {
            kept.add(new Line(what, count, why));
        }
    }

    /** Returns what went. */
    public List<Line> gone() {
        return Collections.unmodifiableList(gone);
    }

    /** Returns what stayed. */
    public List<Line> kept() {
        return Collections.unmodifiableList(kept);
    }
}
