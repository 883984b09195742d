package org.homeroom.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ImportRehearsalTest {

    private static final UUID HOME = UUID.randomUUID();

    @Test
    void theSameOutcomeHasTheSameFingerprintWhateverIsDrawn() {
        assertEquals(
                of("CREATED", "B", "Period B", "ABCDEF"), of("CREATED", "B", "Physics", "ZZZZZZ"));
    }

    @Test
    void anotherOutcomeOrPeriodOrClassOfTheListHasAnother() {
        String shown = of("CLASS_OPENED", "B", "Period B", "ABCDEF");

        assertNotEquals(shown, of("CREATED", "B", "Period B", "ABCDEF"));
        assertNotEquals(shown, of("CLASS_OPENED", "C", "Period B", "ABCDEF"));
        assertNotEquals(
                ImportRehearsal.fingerprint(HOME, List.of(), List.of()),
                ImportRehearsal.fingerprint(UUID.randomUUID(), List.of(), List.of()));
    }

    private static String of(String code, String period, String name, String joinCode) {
        UUID id = UUID.randomUUID();
        ClassRef one = new ClassRef(id, name, period, ZoneOffset.UTC, "TOK", id, joinCode);
        ImportRow row = new ImportRow(2, id, ImportRow.ACCEPTED, code, null, null, name);
        return ImportRehearsal.fingerprint(HOME, List.of(row), List.of(one));
    }
}
