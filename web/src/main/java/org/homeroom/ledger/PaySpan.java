package org.homeroom.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Time in class behind an amount of pay.
 *
 * @param to null while the student was still in when the pay ended
 * @param limited whether a daily limit ended it
 */
record PaySpan(Instant from, Instant to, boolean limited) {

    /** Returns how many seconds it lasted; an open one until then. */
    long seconds(Instant through) {
        return Duration.between(from, to == null ? through : to).toSeconds();
    }

    /**
     * Reads the taps as pay counts them (domain/economy.md 4.3): whoever was in at the earlier pay
     * counts from there, and of a repeated "in" the first counts.
     */
    static List<PaySpan> of(PayStory pay) {
        List<PaySpan> spans = new ArrayList<>();
        boolean wasIn =
                pay.taps().isEmpty() ? pay.seconds() > 0 : pay.taps().get(0).action().equals("out");
        Instant in = wasIn ? pay.from() : null;
        for (TapMark tap : pay.taps()) {
            if (tap.action().equals("in")) {
                in = in == null ? tap.at() : in;
            } else if (in != null) {
                spans.add(new PaySpan(in, tap.at(), tap.byLimit()));
                in = null;
            }
        }
        if (in != null) {
            spans.add(new PaySpan(in, null, false));
        }
        return spans;
    }
}
