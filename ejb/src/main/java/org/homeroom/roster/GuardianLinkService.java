package org.homeroom.roster;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.homeroom.audit.AuditService;
import org.homeroom.identity.AcceptInvitation;
import org.homeroom.identity.AccountService;
import org.homeroom.identity.Caller;
import org.homeroom.identity.CallerContext;
import org.homeroom.identity.NewPerson;
import org.homeroom.identity.PersonRef;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;

/**
 * Lets whoever holds a code of {@link GuardianService} follow its pupil: with a new account of the
 * role parent and no other, or with the one they are signed in to.
 */
@Stateless
@PermitAll
public class GuardianLinkService {

    @Inject GuardianRepository guardians;
    @Inject ClaimAttemptService attempts;
    @Inject Recognition recognition;
    @Inject AccountService accounts;
    @Inject AuditService audit;
    @Inject SchoolClock clock;

    /**
     * Returns whom the code lets follow.
     *
     * @throws Refusal not found, for a wrong code as for one that is spent
     */
    public Child open(String code) {
        attempts.admitCode();
        return usable(code, found(code, guardians::find)).child();
    }

    /**
     * Makes the account that the holder of the code chose, and lets it follow the pupil.
     *
     * @throws Refusal not found for the code, naming the field that cannot be taken, or CONFLICT
     *     for somebody who has an account
     */
    public PersonRef join(String code, AcceptInvitation choice) {
        GuardianCode locked = lock(code);
        requireStranger(locked, choice.displayName());
        UUID account =
                accounts.createPerson(
                        new NewPerson(
                                choice.username(),
                                choice.displayName(),
                                choice.password(),
                                Set.of(Roles.PARENT)));
        link(locked, account);
        return accounts.find(account).orElseThrow();
    }

    /**
     * Lets the caller follow the pupil; who was no parent yet is one from now on.
     *
     * @throws Refusal not found for the code; CONFLICT when the caller follows the pupil already,
     *     or made the code: who teaches a pupil in one class would look into all the others
     */
    @RolesAllowed({Roles.PARENT, Roles.STAFF, Roles.TEACHER, Roles.SCHOOL_ADMIN})
    public Child take(String code) {
        GuardianCode locked = lock(code);
        UUID caller = CallerContext.require().accountId();
        if (caller.equals(locked.madeBy())) {
            throw new Refusal(
                    ErrorCode.CONFLICT, "You made this code yourself. Ask a colleague for one.");
        }
        accounts.addParent(caller);
        link(locked, caller);
        return locked.child();
    }

    /** Lists whom the caller follows, by name. */
    @RolesAllowed(Roles.PARENT)
    public List<Child> children() {
        return guardians.children(CallerContext.require().accountId());
    }

    // One person, one account: a teacher would give themselves a second one, and look into a
    // pupil's
    // other classes with it.
    private void requireStranger(GuardianCode code, String displayName) {
        Caller caller = CallerContext.current();
        if (caller != null && !caller.has(Roles.STUDENT)) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    caller.accountId().equals(code.madeBy())
                            ? "You made this code yourself. Ask a colleague for one."
                            : "You have an account. Follow the child with it.");
        }
        boolean same =
                accounts.find(code.madeBy())
                        .filter(maker -> maker.displayName().equalsIgnoreCase(named(displayName)))
                        .isPresent();
        if (same) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "name",
                    "Whoever made this code has that name. Sign in and follow the child with a"
                            + " colleague's code.");
        }
    }

    private static String named(String displayName) {
        return displayName == null ? "" : displayName.strip();
    }

    private GuardianCode lock(String code) {
        attempts.admitCode();
        return usable(code, found(code, guardians::lock));
    }

    private GuardianCode usable(String code, GuardianCode found) {
        if (found != null && found.isOpen(clock.now())) {
            return found;
        }
        if (!JoinCode.typed(code).isEmpty()) {
            attempts.codeFailed();
        }
        throw new Refusal(
                ErrorCode.NOT_FOUND,
                "code",
                "This code is not good, or not any more. Ask the teacher for a new one.");
    }

    private void link(GuardianCode code, UUID guardian) {
        if (!guardians.link(code.child().studentId(), guardian, clock.now())) {
            throw new Refusal(ErrorCode.CONFLICT, "You follow this child already.");
        }
        guardians.take(code.id(), guardian, clock.now());
        audit.record(
                "roster.guardian.linked",
                "student",
                code.child().studentId(),
                null,
                Map.of("guardian", guardian, "code", code.id()));
    }

    private GuardianCode found(String code, Function<byte[], Optional<GuardianCode>> by) {
        return recognition
                .blinds(GuardianCodes.subject(code))
                .map(by)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }
}
