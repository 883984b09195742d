package org.homeroom.roster;

import org.homeroom.privacy.TestKeys;

/** Names of seats under keys of their own. */
public final class TestSeatNames {

    private TestSeatNames() {}

    /** Returns them. */
    public static SeatNames names() {
        SeatNames names = new SeatNames();
        names.personal = TestKeys.personal();
        return names;
    }
}
