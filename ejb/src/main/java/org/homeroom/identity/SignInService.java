package org.homeroom.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.tenancy.SchoolRef;
import org.homeroom.tenancy.SchoolService;
import org.homeroom.tenancy.TenantContext;

/**
 * Lets people in, and has those who are in prove themselves again before they act. Open to
 * everybody. Works outside any transaction, because a hash takes as long as a hundred queries.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignInService {

    private static final String PASSWORD = "password";
    private static final String HAND_OVER = "hand-over";

    @Inject Homes homes;
    @Inject CredentialService credentials;
    @Inject FactorService factors;
    @Inject MembershipPartService memberships;
    @Inject PinPlaceService places;
    @Inject ProofHashes hashes;
    @Inject SchoolService schools;
    @Inject SchoolClock clock;

    /**
     * Checks name and proof in the bound school, then in the district.
     *
     * @param place where a PIN may not be enough
     * @throws PassphraseNeeded before anything is checked, when a PIN comes alone and is not enough
     * @throws org.homeroom.kernel.Refusal with one answer for an unknown name and a wrong proof,
     *     with {@link SecondFactorNeeded} when only the code is missing, and with {@link
     *     org.homeroom.kernel.Wait} while the name rests
     */
    public SignedIn signIn(SignIn command, StandingPlace place) {
        if (!command.byPin()) {
            return signIn(command, PASSWORD, after -> ThrottleRules.wrong(after, false));
        }
        if (command.passphrase() != null) {
            return signIn(command, "pin, passphrase", ThrottleRules::wrongTogether);
        }
        if (!places.isEnough(place, command.username())) {
            throw new PassphraseNeeded();
        }
        return signIn(command, "pin", after -> ThrottleRules.wrong(after, true));
    }

    /**
     * Checks badge and PIN of a student in the bound school. A badge that is nobody's fares like a
     * name that is nobody's.
     */
    public SignedIn signInByBadge(String badge, String pin) {
        if (badge == null || badge.isBlank()) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR, "badge", "Show your badge or type its code.");
        }
        // No user name has a space, so that nobody's badge is nobody's name either.
        String name = credentials.byBadge(badge).map(Account::username).orElse("badge " + badge);
        return signIn(
                new SignIn(name, null, pin == null ? "" : pin),
                "badge, pin",
                ThrottleRules::wrongBadge);
    }

    /**
     * Lets in whoever holds a door key of the bound school.
     *
     * @throws Refusal when it opens nothing
     */
    public SignedIn signInByKey(String secret) {
        Account account = credentials.byDoorKey(secret).orElseThrow(ThrottleRules::wrongKey);
        credentials.admit(account, "key");
        return holder(account);
    }

    /** Returns the device of a class that holds the key; empty when the key opens nothing. */
    public Optional<SignedIn> device(String secret) {
        return credentials
                .byDoorKey(secret)
                .filter(account -> account.roles().contains(Roles.KIOSK))
                .map(SignInService::holder);
    }

    private static SignedIn holder(Account account) {
        return new SignedIn(account.inSchool(account.schoolId()), account.schoolId());
    }

    /**
     * Lets somebody in who comes over from another school with a code of {@link
     * MembershipService#handOver}. They proved themselves there, not here.
     *
     * @param totp for accounts that ask for a code here; else null
     * @throws Refusal when the hand-over is good for nothing, with {@link SecondFactorNeeded} when
     *     only the code is missing
     */
    public SignedIn arrive(String handOver, String totp) {
        UUID school = TenantContext.require();
        Account account =
                memberships
                        .take(handOver == null ? "" : handOver)
                        .flatMap(credentials::byId)
                        .orElseThrow(SignInService::late);
        boolean twice = factors.isOn(account.id());
        if (twice) {
            takeCode(account, totp, HAND_OVER);
        }
        credentials.admit(account, twice ? HAND_OVER + ", code" : HAND_OVER);
        return new SignedIn(account.inSchool(school), account.schoolId(), false);
    }

    private static Refusal late() {
        return new Refusal(
                ErrorCode.AUTHENTICATION_ERROR,
                "This took longer than a minute, or was used. Change schools again.");
    }

    private SignedIn signIn(SignIn command, String proof, Function<Attempts, Refusal> wrong) {
        UUID school = TenantContext.require();
        Optional<Account> account = homes.byUsername(command.username());
        UUID home = account.map(Account::schoolId).orElse(school);
        homes.at(
                home,
                () -> {
                    attempt(
                            command.username(),
                            account.map(Account::id).orElse(null),
                            command.byPin(),
                            () -> isRight(command, account),
                            wrong);
                    boolean twice = !command.byPin() && factors.isOn(account.orElseThrow().id());
                    if (twice) {
                        takeCode(account.get(), command.totp(), proof);
                    }
                    String way = twice ? proof + ", code" : proof;
                    credentials.admit(account.orElseThrow(), way);
                    return null;
                });
        return new SignedIn(account.orElseThrow().inSchool(school), home);
    }

    /**
     * Lets somebody in whose first proof was right and who has brought the code now.
     *
     * @param accountId as {@link SecondFactorNeeded} named it
     * @param way likewise
     */
    public SignedIn finish(UUID accountId, String way, String code) {
        UUID school = TenantContext.require();
        Account account = homes.byId(accountId).orElseThrow(ThrottleRules::gone);
        homes.at(
                account.schoolId(),
                () -> {
                    takeCode(account, code == null ? "" : code, way);
                    credentials.admit(account, way + ", code");
                    return null;
                });
        // A code alone proves nothing here of somebody whom another place vouched for.
        return new SignedIn(account.inSchool(school), account.schoolId(), way.equals(PASSWORD));
    }

    /**
     * Requires the calling student's PIN; a wrong one is 403 and counts like one at the door, a
     * missing one is no try.
     */
    public void provePin(String pin) {
        requireTyped("pin", pin, "Type your PIN.");
        Account account = caller();
        prove("pin", pin, account.pinHash(), account);
    }

    /**
     * Requires the PIN of a student who stands at a device of the class; a wrong one counts like
     * one at the door, and a name that is nobody's fares the same.
     *
     * @return whose name and PIN they are
     */
    public UUID proveAtDevice(String username, String pin) {
        requireTyped("pin", pin, "Type your PIN.");
        Optional<Account> account = homes.byUsername(username);
        String stored = account.map(Account::pinHash).orElse(null);
        attempt(
                username,
                account.map(Account::id).orElse(null),
                true,
                () -> hashes.matches(pin, stored),
                after -> ThrottleRules.wrong(after, true));
        credentials.forget(username);
        return account.orElseThrow().id();
    }

    /** Returns whose badge it is; empty when it is nobody's who may enter. */
    public Optional<UUID> byBadge(String badge) {
        return credentials
                .byBadge(badge)
                .filter(account -> !account.disabled())
                .flatMap(this::here)
                .map(person -> person.caller().accountId());
    }

    /** Requires the calling student's passphrase, likewise. */
    public void provePassphrase(String passphrase) {
        requireTyped("passphrase", passphrase, "Type your passphrase.");
        Account account = caller();
        prove("passphrase", passphrase.strip(), account.passphraseHash(), account);
    }

    /** Requires the caller's password, likewise. */
    public void provePassword(String password) {
        requireTyped("password", password, "Type your password.");
        Account account = caller();
        prove("password", password, account.passwordHash(), account);
    }

    /**
     * Returns the person as they are now, or empty when they may no longer enter the bound school.
     */
    public Optional<SignedIn> again(UUID accountId) {
        return homes.byId(accountId).flatMap(this::here);
    }

    /** Returns the owner of an account, or empty when it has no role in the bound school. */
    public Optional<SignedIn> here(Account account) {
        Caller caller = account.inSchool(TenantContext.require());
        return caller.roles().isEmpty()
                ? Optional.empty()
                : Optional.of(new SignedIn(caller, account.schoolId()));
    }

    /**
     * Returns the person of a browser's session as they are now, or empty when it was ended
     * elsewhere or they may no longer enter.
     *
     * @param inUse false when nobody did anything, so that the session is not noted as used
     */
    public Optional<SignedIn> still(UUID session, UUID accountId, boolean inUse) {
        boolean open = inUse ? credentials.touch(session) : credentials.isOpen(session);
        return open ? again(accountId) : Optional.empty();
    }

    // Both are compared whatever the first one says: the time must not tell which was right.
    private boolean isRight(SignIn command, Optional<Account> account) {
        String stored =
                account.map(found -> command.byPin() ? found.pinHash() : found.passwordHash())
                        .orElse(null);
        boolean right = hashes.matches(command.proof(), stored);
        return command.byPin() && command.passphrase() != null
                ? right
                        & hashes.matches(
                                command.passphrase(),
                                account.map(Account::passphraseHash).orElse(null))
                : right;
    }

    private Account caller() {
        return homes.byId(CallerContext.require().accountId()).orElseThrow(ThrottleRules::gone);
    }

    private static void requireTyped(String field, String proof, String message) {
        if (proof == null || proof.isBlank()) {
            throw new Refusal(ErrorCode.VALIDATION_ERROR, field, message);
        }
    }

    private void prove(String field, String proof, String stored, Account account) {
        homes.at(
                account.schoolId(),
                () -> {
                    attempt(
                            account.username(),
                            account.id(),
                            !field.equals("password"),
                            () -> hashes.matches(proof, stored),
                            after -> ThrottleRules.wrongAgain(field, after));
                    credentials.forget(account.username());
                    return null;
                });
    }

    private void takeCode(Account account, String code, String way) {
        if (code == null) {
            throw new SecondFactorNeeded(account.id(), way);
        }
        attempt(
                account.username(),
                account.id(),
                false,
                () -> factors.take(account.id(), code),
                ThrottleRules::wrongCode);
    }

    // What was wrong before stays counted: only a whole sign-in forgets it, or somebody with the
    // password could try codes for ever.
    private void attempt(
            String username,
            UUID account,
            boolean student,
            BooleanSupplier proof,
            Function<Attempts, Refusal> wrong) {
        refuseResting(username, student);
        if (!proof.getAsBoolean()) {
            throw wrong.apply(credentials.failed(username, account));
        }
        // Of a thousand tries at once, those that ran when the rest began learn nothing either.
        refuseResting(username, student);
    }

    private void refuseResting(String username, boolean student) {
        Attempts attempts = credentials.attempts(username);
        Instant now = clock.now();
        if (attempts.rests(now)) {
            throw ThrottleRules.resting(attempts.restingUntil(), now, zone(), student);
        }
    }

    private ZoneId zone() {
        return schools.byId(TenantContext.require()).map(SchoolRef::zone).orElse(ZoneOffset.UTC);
    }
}
