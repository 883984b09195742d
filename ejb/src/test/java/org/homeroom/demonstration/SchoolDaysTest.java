package org.homeroom.demonstration;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demonstration can be made at any hour, also right after a school's midnight. */
class SchoolDaysTest {

    private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final List<String> CLASS =
            IntStream.range(0, 30).mapToObj(n -> "student" + n).toList();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 240, 1_500, 50_000})
    void somebodyIsInWheneverItIs(int secondsAfterMidnight) {
        Instant midnight = TODAY.atStartOfDay(NAIROBI).toInstant();
        Instant now = midnight.plusSeconds(secondsAfterMidnight);
        List<SchoolDays.PastTap> taps = new SchoolDays(7, NAIROBI, TODAY).tapsJustNow(CLASS, now);
        assertFalse(taps.isEmpty());
        assertTrue(
                taps.stream()
                        .noneMatch(tap -> tap.at().isBefore(midnight) || tap.at().isAfter(now)));
    }
}
