package org.homeroom.privacy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.UUID;
import org.homeroom.kernel.PersonalColumn;
import org.junit.jupiter.api.Test;

class PersonalDataTest {

    private static final PersonalColumn NAME = new PersonalColumn("roster_seat", "first_name");
    private static final PersonalColumn OTHER = new PersonalColumn("roster_person", "given_name");

    private final PersonalData personal = TestKeys.personal();
    private final UUID row = UUID.randomUUID();

    @Test
    void opensWhatItSealedAndSealsNothingTwiceAlike() {
        String sealed = personal.seal(NAME, row, "Zoë Ng'ang'a");

        assertEquals("Zoë Ng'ang'a", personal.open(NAME, row, sealed));
        assertFalse(sealed.contains("Zoë"));
        assertNotEquals(sealed, personal.seal(NAME, row, "Zoë Ng'ang'a"));
        assertNull(personal.seal(NAME, row, null));
        assertNull(personal.open(NAME, row, null));
    }

    @Test
    void opensInNoOtherRowColumnTableOrSchool() {
        String sealed = personal.seal(NAME, row, "Wanjiru");

        fails(() -> personal.open(NAME, UUID.randomUUID(), sealed));
        fails(() -> personal.open(OTHER, row, sealed));
        fails(() -> personal.open(new PersonalColumn("roster_seat", "given_name"), row, sealed));
        fails(() -> TestKeys.personal().open(NAME, row, sealed));
    }

    @Test
    void everyChangedSignIsFound() {
        String sealed = personal.seal(NAME, row, "Wanjiru");

        for (int i = "s1:1:".length(); i < sealed.length(); i++) {
            char other = sealed.charAt(i) == 'A' ? 'B' : 'A';
            String changed = sealed.substring(0, i) + other + sealed.substring(i + 1);
            // The last sign's lowest bits belong to no byte.
            if (i < sealed.length() - 1) {
                fails(() -> personal.open(NAME, row, changed));
            }
        }
        for (String broken :
                new String[] {"s1:", "s1:1", "s1:1:", "s1:x:AAAA", "s1:9:AAAA", "s1::"}) {
            fails(() -> personal.open(NAME, row, broken));
        }
    }

    @Test
    void readsWhatIsOlderThanSealing() {
        assertEquals("Wanjiru", personal.open(NAME, row, "Wanjiru"));
    }

    @Test
    void marksAreAlikeInOneSchoolAndForOnePurposeAlone() {
        byte[] mark = personal.mark("email", "a@example.org");

        assertArrayEquals(mark, personal.mark("email", "a@example.org"));
        assertFalse(Arrays.equals(mark, personal.mark("username", "a@example.org")));
        assertFalse(Arrays.equals(mark, TestKeys.personal().mark("email", "a@example.org")));
        assertTrue(mark.length == 32);
    }

    private static void fails(Runnable open) {
        assertThrows(IllegalStateException.class, open::run);
    }
}
