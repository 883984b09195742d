package org.homeroom.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.homeroom.audit.AuditService;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Ids;
import org.homeroom.kernel.Personal;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.tenancy.TenantContext;

/**
 * Accounts of the bound school. Who may create one is decided by the use case that asks (a claimed
 * seat, an invitation, a school's set-up), so these methods are open and no page calls them
 * directly.
 */
@Stateless
@PermitAll
public class AccountService {

    /** How long a guest may come in. */
    public static final Duration GUEST_LIFE = Duration.ofDays(1);

    private static final Pattern USERNAME =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@+-]{1,99}");
    private static final String SUBJECT = "account";

    @Inject AccountRepository accounts;
    @Inject TokenRepository tokens;
    @Inject CredentialService credentials;
    @Inject SignInService signIn;
    @Inject ProofHashes hashes;
    @Inject AuditService audit;
    @Inject DeviceRepository devices;
    @Inject KnownBrowserRepository browsers;
    @Inject PlanLimits limits;
    @Inject SchoolClock clock;
    @Inject Event<AccessEnded> ended;

    /**
     * Creates an adult's account and returns its id.
     *
     * @throws UsernameTaken when somebody in the school has the name
     */
    public UUID createPerson(NewPerson person) {
        ProofRules.requirePassword(person.password());
        return add(
                person.username(),
                person.displayName(),
                person.roles(),
                hashes.hash(person.password()));
    }

    /**
     * Creates a student's account and returns its id. Nobody can sign in with it before {@link
     * #setStudentProofs}.
     *
     * @throws UsernameTaken when somebody in the school has the name
     */
    public UUID createStudent(String username, String displayName) {
        return add(username, displayName, Set.of(Roles.STUDENT), null);
    }

    /**
     * Creates an account that somebody enters with a key alone, and returns its id.
     *
     * @param end from when on it is closed, null for never
     */
    public UUID createForKey(String role, String displayName, Instant end) {
        return add(role + "." + Ids.next(), displayName, Set.of(role), null, end);
    }

    /**
     * Makes a student a demonstration student, who may not talk and comes in until then.
     *
     * @throws Refusal not found, when the account is no student's of this school
     */
    public void tryOut(UUID studentId, Instant end) {
        student(studentId);
        accounts.tryOut(studentId, end);
    }

    /**
     * Hashes what a student has chosen.
     *
     * @throws Refusal naming {@code pin} or {@code passphrase}
     */
    public StudentProofs prove(String pin, String passphrase) {
        ProofRules.requirePin(pin);
        ProofRules.requirePassphrase(passphrase);
        return new StudentProofs(hashes.hash(pin), hashes.hash(passphrase.strip()));
    }

    /** Sets a student's PIN and passphrase and ends what was open with the old ones. */
    public void setStudentProofs(UUID studentId, StudentProofs proofs) {
        student(studentId);
        accounts.changeStudentProofs(studentId, proofs.pinHash(), proofs.passphraseHash());
        tokens.dropAccount(studentId);
        browsers.forget(studentId);
        audit.record("identity.proofs.set", SUBJECT, studentId, null, null);
    }

    /**
     * Changes the caller's own password and signs them out everywhere but here.
     *
     * @param here the sign-in that the change comes from
     * @throws Refusal naming {@code current} or {@code password}
     */
    public void changePassword(UUID here, String current, String next) {
        ProofRules.requirePassword(next);
        changeOwn(
                here,
                "identity.password.changed",
                () -> signIn.provePassword(current),
                id -> accounts.changePassword(id, hashes.hash(next)));
    }

    /** Changes the calling student's PIN, likewise. */
    public void changePin(UUID here, String current, String next) {
        ProofRules.requirePin(next);
        changeOwn(
                here,
                "identity.pin.changed",
                () -> signIn.provePin(current),
                id -> accounts.changePin(id, hashes.hash(next)));
    }

    /** Changes the calling student's passphrase, likewise. */
    public void changePassphrase(UUID here, String current, String next) {
        ProofRules.requirePassphrase(next);
        changeOwn(
                here,
                "identity.passphrase.changed",
                () -> signIn.provePassphrase(current),
                id -> accounts.changePassphrase(id, hashes.hash(next.strip())));
    }

    /** Replaces the password of an adult who proved by a link who they are. */
    public void replacePassword(UUID id, String next) {
        ProofRules.requirePassword(next);
        Account adult = adult(id);
        accounts.changePassword(id, hashes.hash(next));
        tokens.dropAccount(id);
        credentials.forget(adult.username());
        audit.record("identity.password.reset", SUBJECT, id, null, null);
    }

    /**
     * Ends a student's rest after wrong tries. The caller has checked that it is a student of
     * theirs.
     */
    @RolesAllowed({Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
    public void wake(UUID studentId) {
        Account student = student(studentId);
        credentials.forget(student.username());
        audit.record("identity.account.woken", SUBJECT, studentId, null, null);
    }

    /** Returns those of these students who rest after wrong tries. */
    public Set<UUID> resting(Collection<UUID> studentIds) {
        return credentials.resting(studentIds);
    }

    /**
     * Gives an adult the role of a parent besides those they have.
     *
     * @throws Refusal not found, when the account is not of this school or a student's
     */
    public void addParent(UUID id) {
        Account adult = adult(id);
        if (!adult.roles().contains(Roles.PARENT)) {
            accounts.addRole(id, Roles.PARENT);
            audit.record("identity.role.given", SUBJECT, id, null, Map.of("role", Roles.PARENT));
            ended.fire(AccessEnded.here(id));
        }
    }

    /** Tells whether the user name is taken in this school, in any capitals. */
    public boolean isTaken(String username) {
        return accounts.isTaken(username);
    }

    /** Finds a person of this school by id. */
    public Optional<PersonRef> find(UUID id) {
        return accounts.byId(id).map(AccountService::ref);
    }

    /** Finds a person of this school by user name, in any capitals. */
    public Optional<PersonRef> findByUsername(String username) {
        return accounts.byUsername(username).map(AccountService::ref);
    }

    private void changeOwn(UUID here, String action, Runnable proof, Consumer<UUID> change) {
        UUID caller = CallerContext.require().accountId();
        if (accounts.byId(caller).isEmpty()) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "Your account lives at the district's address. Change it there.");
        }
        proveCurrent(proof);
        change.accept(caller);
        browsers.forget(caller);
        tokens.dropOthers(caller, here);
        devices.dropOthers(caller, here);
        audit.record(action, SUBJECT, caller, null, null);
        ended.fire(AccessEnded.here(caller));
    }

    // Old and new proof have the same name elsewhere; the form must know which was wrong.
    private static void proveCurrent(Runnable proof) {
        try {
            proof.run();
        } catch (Refusal refusal) {
            if (refusal.field() == null) {
                throw refusal;
            }
            throw new Refusal(refusal.code(), "current", refusal.getMessage());
        }
    }

    private UUID add(String username, String displayName, Set<String> roles, String passwordHash) {
        return add(username, displayName, roles, passwordHash, end(roles));
    }

    private UUID add(
            String username,
            String displayName,
            Set<String> roles,
            String passwordHash,
            Instant end) {
        requireNames(username, displayName);
        limits.requireRoom(roles);
        UUID id = Ids.next();
        Account account =
                new Account(
                        TenantContext.require(),
                        id,
                        username,
                        displayName,
                        roles,
                        passwordHash,
                        null,
                        null,
                        false,
                        null,
                        1);
        if (!accounts.add(account, end)) {
            throw new UsernameTaken();
        }
        audit.record(
                "identity.account.created",
                SUBJECT,
                id,
                null,
                Map.of("username", new Personal(username), "roles", roles));
        return id;
    }

    /** Finds somebody here who has the role and may enter, whoever has been here longest. */
    public Optional<PersonRef> anyWith(String role) {
        return accounts.anyWith(role).map(AccountService::ref);
    }

    // Null for people who stay.
    private Instant end(Set<String> roles) {
        return roles.contains(Roles.GUEST) ? clock.now().plus(GUEST_LIFE) : null;
    }

    private Account adult(UUID id) {
        return accounts.byId(id)
                .filter(account -> !account.roles().contains(Roles.STUDENT))
                .orElseThrow(Refusal::notFound);
    }

    private Account student(UUID id) {
        return accounts.byId(id)
                .filter(account -> account.roles().contains(Roles.STUDENT))
                .orElseThrow(Refusal::notFound);
    }

    private static void requireNames(String username, String displayName) {
        requireUsername(username);
        requireDisplayName(displayName);
    }

    /** Requires a name that people can sign in with. */
    static void requireUsername(String username) {
        if (username == null || !USERNAME.matcher(username).matches()) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "username",
                    "A username has letters, digits and . _ - @ + only.");
        }
    }

    /** Requires a name that people can be called by. */
    static void requireDisplayName(String displayName) {
        if (displayName == null || displayName.isBlank() || displayName.length() > 200) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR, "name", "Give a name of 1 to 200 letters.");
        }
    }

    private static PersonRef ref(Account account) {
        return new PersonRef(
                account.id(), account.username(), account.displayName(), account.roles());
    }
}
