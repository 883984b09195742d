package org.homeroom.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Taps become sessions by the rules of paid time. */
class SessionTest {

    private static final Instant NINE = Instant.parse("2026-10-12T09:00:00Z");
    private static final UUID STUDENT = UUID.randomUUID();

    @Test
    void pairsATapInWithTheNextTapOut() {
        List<Session> found = Session.of(taps("in 0", "out 10", "in 20", "out 50"), null, at(60));

        assertEquals(List.of(600L, 1800L), lengths(found));
        assertEquals(at(20), found.get(1).begin().at());
        assertEquals(at(50), found.get(1).end().at());
    }

    @Test
    void keepsTheFirstOfRepeatedTapsIn() {
        List<Session> found = Session.of(taps("in 0", "in 5", "out 10"), null, at(60));

        assertEquals(List.of(600L), lengths(found));
        assertEquals(at(5), found.get(0).repeated().get(0).at());
        assertEquals(3, found.get(0).taps());
    }

    @Test
    void addsNothingForATapOutAlone() {
        List<Session> found = Session.of(taps("out 0", "in 5", "out 10", "out 20"), null, at(60));

        assertEquals(List.of(0L, 300L, 0L), lengths(found));
        assertNull(found.get(0).begin());
    }

    @Test
    void countsAnOpenSessionToTheEnd() {
        List<Session> found = Session.of(taps("in 0"), null, at(60));

        assertEquals(List.of(3600L), lengths(found));
        assertNull(found.get(0).end());
    }

    @Test
    void countsWhoWasInAlreadyFromTheBegin() {
        List<Session> found = Session.of(taps("in 0", "out 30"), at(10), at(60));

        assertEquals(List.of(1200L), lengths(found));
        assertEquals(at(10), found.get(0).from());
        assertEquals(at(0), found.get(0).begin().at());
    }

    @Test
    void leavesOutWhatWasOverBefore() {
        assertEquals(
                List.of(600L),
                lengths(Session.of(taps("out 10", "in 20", "out 30"), at(10), at(60))));
        assertEquals(List.of(), Session.of(taps("out 5"), at(10), at(60)));
        assertEquals(List.of(), Session.of(List.of(), null, at(60)));
    }

    private static List<Long> lengths(List<Session> sessions) {
        return sessions.stream().map(Session::seconds).toList();
    }

    private static List<TapEvent> taps(String... written) {
        List<TapEvent> taps = new ArrayList<>();
        for (String one : written) {
            String[] part = one.split(" ");
            TapAction action = TapAction.of(part[0]).orElseThrow();
            Instant at = at(Integer.parseInt(part[1]));
            taps.add(new TapEvent(UUID.randomUUID(), STUDENT, action, at, null, "student"));
        }
        return taps;
    }

    private static Instant at(int minutes) {
        return NINE.plusSeconds(60L * minutes);
    }
}
