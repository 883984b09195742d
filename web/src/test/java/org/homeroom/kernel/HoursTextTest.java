package org.homeroom.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Hours of a week as people write them. */
class HoursTextTest {

    @Test
    void minutesAreReadAsHours() {
        assertEquals(150, HoursText.typed("hours", "2,5"));
        assertEquals("2.5", HoursText.of(150));
    }

    @Test
    void aRefusalNamesTheBounds() {
        for (String text : new String[] {"1000", "99999999999999999999", "half", "1e9", "2.555"}) {
            Refusal refusal = assertThrows(Refusal.class, () -> HoursText.minutes("hours", text));
            assertEquals(true, refusal.getMessage().contains("0.25 to 80"), refusal.getMessage());
        }
    }
}
