package org.homeroom.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {

    @Test
    void areVersionSevenAndDoNotRepeat() {
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            UUID id = Ids.next();
            assertEquals(7, id.version());
            assertEquals(2, id.variant());
            assertTrue(seen.add(id));
        }
    }

    @Test
    void growWithTime() {
        UUID earlier = Ids.next();
        long next = System.currentTimeMillis() + 2;
        while (System.currentTimeMillis() < next) {
            Thread.onSpinWait();
        }

        assertTrue(earlier.toString().compareTo(Ids.next().toString()) < 0);
    }
}
