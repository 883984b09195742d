package org.homeroom.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.kernel.SchoolClock;

/**
 * Stored proofs and wrong tries of the bound school, for identity's own services. Each call is a
 * transaction of its own: a wrong try stays counted when the deed it was for is rolled back, and
 * the district's tenant can be asked in the middle of a school's transaction.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CredentialService {

    @Inject AccountRepository accounts;
    @Inject AttemptRepository attempts;
    @Inject TokenRepository tokens;
    @Inject DeviceRepository devices;
    @Inject SchoolClock clock;

    /** Finds an account that may enter, by user name. */
    public Optional<Account> byUsername(String username) {
        return accounts.byUsername(username).filter(account -> !account.disabled());
    }

    /** Finds an account that may enter, by id. */
    public Optional<Account> byId(UUID id) {
        return accounts.byId(id).filter(account -> !account.disabled());
    }

    /** Returns how the name fares. */
    public Attempts attempts(String username) {
        return attempts.of(key(username));
    }

    /** Counts a wrong try and returns how the name fares now. */
    public Attempts failed(String username) {
        Instant now = clock.now();
        return attempts.failed(key(username), now, ThrottleRules.ALLOWED, ThrottleRules.REST);
    }

    /** Forgets the name's wrong tries. */
    public void forget(String username) {
        attempts.forget(key(username), clock.now());
    }

    /** Finds a bearer token, in whatever state. */
    public Optional<Token> token(String text) {
        return tokens.find(Secrets.hash(text));
    }

    /** Notes that a sign-in is in use; false when it has ended. */
    public boolean touch(UUID signIn) {
        return devices.touch(signIn, clock.now());
    }

    private static byte[] key(String username) {
        return Secrets.hash(username.toLowerCase(Locale.ROOT));
    }
}
