package org.homeroom.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TopicCursorTest {

    private final TopicCursor cursor = new TopicCursor(4);

    @Test
    void acceptsEachNumberOnceInAnyOrder() {
        assertTrue(cursor.accept(6));
        assertEquals(4, cursor.upTo());
        assertTrue(cursor.accept(5));
        assertEquals(6, cursor.upTo());
        assertFalse(cursor.accept(6));
        assertFalse(cursor.accept(5));
        assertTrue(cursor.accept(7));
        assertEquals(7, cursor.upTo());
    }

    @Test
    void refusesWhatThePageCouldFetchBefore() {
        assertFalse(cursor.accept(4));
    }
}
