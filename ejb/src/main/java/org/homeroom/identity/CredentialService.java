package org.homeroom.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.homeroom.audit.AuditService;
import org.homeroom.kernel.Language;
import org.homeroom.kernel.Origin;
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

    private static final String SUBJECT = "account";

    @Inject AccountRepository accounts;
    @Inject AttemptRepository attempts;
    @Inject TokenRepository tokens;
    @Inject DeviceRepository devices;
    @Inject DoorKeyRepository keys;
    @Inject SchoolClock clock;
    @Inject AuditService audit;

    /** Finds an account that may enter, by user name. */
    public Optional<Account> byUsername(String username) {
        return accounts.byUsername(username).filter(account -> !account.disabled());
    }

    /** Finds an account that may enter, by id. */
    public Optional<Account> byId(UUID id) {
        return accounts.byId(id).filter(account -> !account.disabled());
    }

    /** Finds the account whose badge it is, whether or not it may enter. */
    public Optional<Account> byBadge(String code) {
        return accounts.byBadge(BadgeCode.hash(code));
    }

    /** Finds the account that may enter with a door key, and notes that the key is in use. */
    public Optional<Account> byDoorKey(String secret) {
        return keys.use(Secrets.hash(secret), clock.now()).flatMap(key -> byId(key.accountId()));
    }

    /** Returns how the name fares. */
    public Attempts attempts(String username) {
        return attempts.of(key(username));
    }

    /**
     * Counts a wrong try and returns how the name fares now.
     *
     * @param account whose name it is, null when it is nobody's
     */
    public Attempts failed(String username, UUID account) {
        Instant now = clock.now();
        int together = attempts.failedFrom(network(), now, ThrottleRules.WINDOW);
        Attempts before = attempts.lock(key(username));
        Attempts after = ThrottleRules.wrongOnceMore(before, together, now);
        attempts.store(key(username), after);
        Map<String, Integer> state = Map.of("failed", after.failed(), "rests", after.rests());
        audit.record("identity.sign_in.refused", SUBJECT, account, null, state);
        return after;
    }

    /** Returns those of these accounts whose name rests. */
    public Set<UUID> resting(Collection<UUID> ids) {
        Map<String, UUID> names = new HashMap<>();
        accounts.usernames(ids)
                .forEach((id, name) -> names.put(HexFormat.of().formatHex(key(name)), id));
        return attempts.resting(List.copyOf(names.keySet()), clock.now()).stream()
                .map(names::get)
                .collect(Collectors.toSet());
    }

    /** Forgets the name's wrong tries. */
    public void forget(String username) {
        attempts.forget(key(username), clock.now());
    }

    /** Forgets the name's wrong tries, because its owner came in that way. */
    public void admit(Account account, String way) {
        forget(account.username());
        audit.recordBy(account.id(), "identity.signed_in", Map.of("with", way));
    }

    /**
     * A bearer token and who holds it.
     *
     * @param account null unless it is one of the bound school that may enter
     */
    public record Held(Token token, Account account) {}

    /** Finds a bearer token, in whatever state. */
    public Optional<Held> token(String text) {
        return tokens.find(Secrets.hash(text))
                .map(token -> new Held(token, byId(token.accountId()).orElse(null)));
    }

    /** Tells whether a sign-in has not ended. */
    public boolean isOpen(UUID signIn) {
        return !devices.open(List.of(signIn)).isEmpty();
    }

    /** Notes that a sign-in is in use; false when it has ended. */
    public boolean touch(UUID signIn) {
        return devices.touch(signIn, clock.now());
    }

    /** Keeps the language that the owner of an account chose; null follows the school. */
    public void changeLanguage(Account account, Language chosen) {
        accounts.changeLanguage(account.id(), chosen);
        audit.record(
                "identity.language.changed",
                SUBJECT,
                account.id(),
                said(account.language()),
                said(chosen));
    }

    private static Map<String, String> said(Language language) {
        return Map.of("language", language == null ? "school" : language.code());
    }

    private static byte[] network() {
        return Secrets.hash(Network.of(Origin.current().ip()));
    }

    private static byte[] key(String username) {
        return Secrets.hash(username.toLowerCase(Locale.ROOT));
    }
}
