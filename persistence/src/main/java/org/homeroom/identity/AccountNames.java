package org.homeroom.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.UUID;
import org.homeroom.kernel.PersonalColumn;
import org.homeroom.privacy.PersonalData;

/** Opens and seals the names of accounts, which domains read in their own SQL. */
@ApplicationScoped
public class AccountNames {

    private static final PersonalColumn DISPLAY_NAME =
            new PersonalColumn("identity_account", "display_name");
    private static final PersonalColumn USERNAME =
            new PersonalColumn("identity_account", "username");

    @Inject PersonalData personal;

    /** Opens a stored display name; null stays null. */
    public String displayName(UUID account, String stored) {
        return personal.open(DISPLAY_NAME, account, stored);
    }

    /** Opens a stored user name; null stays null. */
    public String username(UUID account, String stored) {
        return personal.open(USERNAME, account, stored);
    }

    /** Returns the mark by which a user name is found, in any capitals. */
    public byte[] mark(String username) {
        return personal.mark("username", username.toLowerCase(Locale.ROOT));
    }

    String sealDisplayName(UUID account, String name) {
        return personal.seal(DISPLAY_NAME, account, name);
    }

    String sealUsername(UUID account, String name) {
        return personal.seal(USERNAME, account, name);
    }
}
