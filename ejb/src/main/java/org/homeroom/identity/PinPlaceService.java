package org.homeroom.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.homeroom.audit.AuditService;
import org.homeroom.identity.PinRule.Enough;
import org.homeroom.kernel.SchoolClock;

/**
 * Where a PIN is enough in the bound school, for identity's own services and the door's pages: four
 * digits are a password only together with something that is held (ecosystem.md D2). Each call is a
 * transaction of its own, as in {@link CredentialService}.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PinPlaceService {

    /** How long a browser that nobody uses knows a student. */
    public static final Duration KNOWN = Duration.ofDays(180);

    @Inject PinRuleRepository rules;
    @Inject KnownBrowserRepository browsers;
    @Inject DoorKeyRepository keys;
    @Inject AuditService audit;
    @Inject SchoolClock clock;

    /** Returns what the school decided. */
    public PinRule rule() {
        return rules.find();
    }

    /** Tells whether a PIN may be enough there for somebody, if not for everybody. */
    public boolean isEnoughForSome(StandingPlace place) {
        return isEnoughForAll(place) || place.browser() != null;
    }

    /**
     * Tells whether a PIN is enough there for who has the user name; as long for a name that is
     * nobody's.
     */
    public boolean isEnough(StandingPlace place, String username) {
        return isEnoughForAll(place)
                || place.browser() != null
                        && browsers.knows(
                                Secrets.hash(place.browser()), username, clock.now().minus(KNOWN));
    }

    /**
     * Lets the browser know a student who has brought more than a PIN.
     *
     * @return the browser's secret: the one that it has, or a new one
     */
    public String remember(String browser, UUID student) {
        String secret = browser == null ? Secrets.next() : browser;
        browsers.dropUnused(clock.now().minus(KNOWN));
        browsers.remember(Secrets.hash(secret), student, clock.now());
        audit.record("identity.browser.known", "account", student, null, null);
        return secret;
    }

    /** Tells whether the place is a device of a class, which needs to know nobody. */
    public boolean isDevice(StandingPlace place) {
        return place.deviceKey() != null
                && keys.use(Secrets.hash(place.deviceKey()), clock.now())
                        .filter(key -> key.role().equals(Roles.KIOSK))
                        .isPresent();
    }

    private boolean isEnoughForAll(StandingPlace place) {
        Enough enough = rules.find().enough();
        return enough == Enough.ANYWHERE
                || enough == Enough.PROGRAMS && place.program()
                || isDevice(place);
    }
}
