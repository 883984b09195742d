package org.homeroom.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecoveryCodeTest {

    @Test
    void drawsTenThatDiffer() {
        List<String> codes = RecoveryCode.draw();
        assertEquals(10, new HashSet<>(codes).size());
        assertTrue(codes.stream().allMatch(code -> code.matches("([a-z2-9]{4}-){2}[a-z2-9]{4}")));
        assertTrue(codes.stream().noneMatch(code -> code.matches(".*[ilo01].*")));
    }

    @Test
    void readsThemHoweverTheyAreTyped() {
        assertEquals("abcd2345wxyz", RecoveryCode.plain(" ABCD 2345-wxyz "));
        assertNull(RecoveryCode.plain("123456"));
        assertNull(RecoveryCode.plain(""));
    }
}
