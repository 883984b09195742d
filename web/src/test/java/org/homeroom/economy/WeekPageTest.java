package org.homeroom.economy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class WeekPageTest {

    @Test
    void tellsThePayOfNoMoreTimeThanADayHasRoomFor() {
        assertEquals(List.of(1, 10, 30, 60, 75), WeekPage.minutes(75));
        assertEquals(List.of(1, 10, 30, 60), WeekPage.minutes(60));
        assertEquals(List.of(1, 10, 30, 60, 120, 240), WeekPage.minutes(300));
        assertEquals(List.of(1, 10, 30, 60, 120, 240), WeekPage.minutes(null));
    }
}
