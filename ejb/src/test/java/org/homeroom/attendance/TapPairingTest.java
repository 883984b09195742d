package org.homeroom.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.homeroom.attendance.TapPairs.Beside;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.roster.ClassRef;
import org.junit.jupiter.api.Test;

class TapPairingTest {

    private static final Instant MIDNIGHT = Instant.parse("2026-10-13T00:00:00Z");
    private static final UUID ID = new UUID(1, 1);
    private static final ClassRef CLASS =
            new ClassRef(ID, "Maths", "A", ZoneOffset.UTC, "TOK", null, "ABCDEF");

    private final List<Beside> counting = new ArrayList<>();
    private final TapPairing pairing = new TapPairing();
    private Instant paidThrough = MIDNIGHT;

    TapPairingTest() {
        pairing.pairs = new Counting();
    }

    @Test
    void anInStaysAfterTheLastOut() {
        in(8);
        out(9);
        in(10);

        Refusal refusal = refused(() -> pairing.refuseMoving(CLASS, tap(TapAction.IN, 10), at(8)));
        assertEquals("value", refusal.field());
        assertEquals(
                "The student tapped out at 2026-10-13 09:00:00. Give a time after that, or correct"
                        + " that tap out first.",
                refusal.getMessage());

        in(11);
        out(12);
        refused(() -> pairing.refuseMoving(CLASS, tap(TapAction.IN, 11), at(7)));
        pairing.refuseMoving(CLASS, tap(TapAction.IN, 10), at(9).plusSeconds(1));
    }

    @Test
    void anInMovesPastTheLimitsOwnOutOfTheDay() {
        in(8);
        counting.add(new Beside(TapAction.OUT, at(9), true));
        in(10);

        pairing.refuseMoving(CLASS, tap(TapAction.IN, 10), at(8).plusSeconds(1));
    }

    @Test
    void anOutIsNotPutBackBehindTheLimits() {
        in(8);
        out(10);
        pairing.refuseRestored(CLASS, tap(TapAction.OUT, 10));
        counting.add(1, new Beside(TapAction.OUT, at(9), true));

        Refusal refusal = refused(() -> pairing.refuseRestored(CLASS, tap(TapAction.OUT, 10)));

        assertEquals(ErrorCode.CONFLICT, refusal.code());
        assertTrue(
                refusal.getMessage().contains("the daily limit made at 2026-10-13 09:00:00. "),
                refusal.getMessage());
        pairing.refuseRestored(CLASS, tap(TapAction.IN, 10));
    }

    /** A kiosk's clock was wrong: out 10:00, in 10:30, and it was half past nine. */
    @Test
    void anInMovesBeforeAnOutThatHasNone() {
        out(10);
        in(11);
        pairing.refuseMoving(CLASS, tap(TapAction.IN, 11), at(9));

        out(8);
        pairing.refuseMoving(CLASS, tap(TapAction.IN, 11), at(9));
        refused(() -> pairing.refuseMoving(CLASS, tap(TapAction.IN, 11), at(7)));

        out(12);
        Refusal refusal = refused(() -> pairing.refuseMoving(CLASS, tap(TapAction.IN, 11), at(9)));
        assertTrue(
                refusal.getMessage().startsWith("The tap out of 2026-10-13 12:00:00 would"),
                refusal.getMessage());
    }

    @Test
    void anOutIsPutBackAfterAnotherDaysLimit() {
        counting.add(new Beside(TapAction.OUT, at(-1), true));
        pairing.refuseRestored(CLASS, tap(TapAction.OUT, 10));

        counting.add(new Beside(TapAction.OUT, at(0), true));
        refused(() -> pairing.refuseRestored(CLASS, tap(TapAction.OUT, 10)));
    }

    /** What was paid by a limit stays so when the class has none any more. */
    @Test
    void nobodyIsToldToLiftALimitThatPaidAlready() {
        counting.add(new Beside(TapAction.OUT, at(9), true));
        for (boolean paid : new boolean[] {false, true}) {
            paidThrough = at(9).minusSeconds(paid ? 0 : 1);
            for (Refusal refusal :
                    List.of(
                            refused(() -> pairing.refuseAfterLimit(CLASS, tap(TapAction.OUT, 10))),
                            refused(() -> pairing.refuseRestored(CLASS, tap(TapAction.OUT, 10))),
                            refused(() -> pairing.refuseTakingBack(tap(TapAction.OUT, 9))))) {
                String told = refusal.getMessage();
                assertEquals(!paid, told.contains("lift the limit first"), told);
                assertEquals(paid, told.contains("take the pay day back first"), told);
            }
        }
    }

    private static Refusal refused(Runnable change) {
        return assertThrows(Refusal.class, change::run);
    }

    private void in(int hour) {
        counting.add(new Beside(TapAction.IN, at(hour), false));
    }

    private void out(int hour) {
        counting.add(new Beside(TapAction.OUT, at(hour), false));
    }

    private static Instant at(int hour) {
        return MIDNIGHT.plus(Duration.ofHours(hour));
    }

    private TapRow tap(TapAction action, int hour) {
        return new TapRow(
                new UUID(2, hour),
                ID,
                "",
                action,
                at(hour),
                null,
                "student",
                null,
                MIDNIGHT,
                null,
                null,
                null,
                null,
                null,
                !paidThrough.isBefore(at(hour)),
                true);
    }

    /** The taps of the test; one is left out by its hour. */
    private final class Counting extends TapPairs {

        @Override
        public Optional<Beside> before(UUID in, UUID student, Instant at, UUID but, Instant day) {
            return last(
                    tap ->
                            tap.at().isBefore(at)
                                    && !(but != null
                                            && tap.at()
                                                    .equals(
                                                            at(
                                                                    (int)
                                                                            but
                                                                                    .getLeastSignificantBits())))
                                    && (!tap.limits() || tap.at().isBefore(day)));
        }

        @Override
        public Optional<Beside> outBefore(UUID in, UUID student, Instant at, Instant day) {
            return last(
                    tap ->
                            tap.action() == TapAction.OUT
                                    && tap.at().isBefore(at)
                                    && (!tap.limits() || tap.at().isBefore(day)));
        }

        @Override
        public Optional<Beside> after(UUID in, UUID student, Instant at) {
            return counting.stream()
                    .filter(tap -> tap.at().isAfter(at) && !tap.limits())
                    .findFirst();
        }

        @Override
        public boolean paid(UUID in, UUID student, Instant at) {
            return !paidThrough.isBefore(at);
        }

        private Optional<Beside> last(Predicate<Beside> wanted) {
            return counting.stream().filter(wanted).max(Comparator.comparing(Beside::at));
        }
    }
}
