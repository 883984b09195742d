package org.homeroom.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class InvitationStatsTest {

    @Test
    void theRateIsOfAll() {
        assertEquals(0, new InvitationStats(0, 0, 0, 0, 0, 0).acceptedPercent());
        assertEquals(33, new InvitationStats(3, 1, 1, 1, 0, 0).acceptedPercent());
        assertEquals(67, new InvitationStats(3, 0, 2, 0, 1, 0).acceptedPercent());
    }
}
