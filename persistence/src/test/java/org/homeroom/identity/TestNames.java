package org.homeroom.identity;

import org.homeroom.privacy.TestKeys;

/** Names of accounts under keys of their own. */
public final class TestNames {

    private TestNames() {}

    /** Returns them. */
    public static AccountNames accounts() {
        AccountNames names = new AccountNames();
        names.personal = TestKeys.personal();
        return names;
    }
}
