package org.homeroom.ledger;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountRowTest {

    private static final String OF_CLASS = "812_" + new UUID(7, 7);

    @Test
    void takesTheCursorsOfItsOwnKindOnly() {
        assertTrue(account(true).gave("5"));
        assertFalse(account(true).gave(OF_CLASS));
        assertFalse(account(true).gave("9999999999999999999"));
        assertTrue(account(false).gave(OF_CLASS));
        assertFalse(account(false).gave("5"));
        assertFalse(account(false).gave("5_" + "-".repeat(36)));
        assertFalse(account(false).gave(""));
    }

    private static AccountRow account(boolean tracked) {
        UUID id = new UUID(1, 1);
        return new AccountRow(id, id, id, "checking", null, null, "TOK", tracked, 0, 0, 0);
    }
}
