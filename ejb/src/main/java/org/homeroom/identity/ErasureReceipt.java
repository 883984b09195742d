package org.homeroom.identity;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
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
        note(gone, what, count, null);
    }

    /** Notes what stayed under the account's id alone; nothing when there is none. */
    public void stayed(String what, long count, String why) {
        note(kept, what, count, why);
    }

    /** Takes over what another receipt says. */
    public void add(ErasureReceipt other) {
        other.gone.forEach(line -> went(line.what(), line.count()));
        other.kept.forEach(line -> stayed(line.what(), line.count(), line.why()));
    }

    // A sort that is noted twice stands there once.
    private static void note(List<Line> lines, String what, long count, String why) {
        if (count <= 0) {
            return;
        }
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.what().equals(what)) {
                lines.set(i, new Line(what, line.count() + count, line.why()));
                return;
            }
        }
        lines.add(new Line(what, count, why));
    }

    /** Returns it as JSON, to be kept. */
    public String json() {
        return Json.createObjectBuilder()
                .add("gone", lines(gone))
                .add("kept", lines(kept))
                .build()
                .toString();
    }

    private static JsonArrayBuilder lines(List<Line> lines) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        for (Line line : lines) {
            JsonObjectBuilder one = Json.createObjectBuilder();
            one.add("what", line.what()).add("count", line.count());
            if (line.why() != null) {
                one.add("why", line.why());
            }
            all.add(one);
        }
        return all;
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
