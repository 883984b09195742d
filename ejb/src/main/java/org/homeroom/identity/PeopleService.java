package org.homeroom.identity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.homeroom.audit.AuditService;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Personal;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.kernel.Slice;
import org.homeroom.tenancy.SchoolRef;
import org.homeroom.tenancy.SchoolService;
import org.homeroom.tenancy.TenantContext;

/**
 * Looks after the people of the bound school, or of the district at its own address: nobody above
 * the caller, and never the caller's own account.
 */
@Stateless
@RolesAllowed({Roles.SCHOOL_ADMIN, Roles.DISTRICT_ADMIN, Roles.PLATFORM_ADMIN})
public class PeopleService {

    /** How long a link for new proofs is good. */
    public static final Duration RESET_LIFE = Duration.ofDays(1);

    private static final String SUBJECT = "account";

    @Inject PeopleRepository people;
    @Inject EmailRepository emails;
    @Inject ResetRepository resets;
    @Inject DeviceRepository devices;
    @Inject KnownBrowserRepository browsers;
    @Inject TokenRepository tokens;
    @Inject AccountService accounts;
    @Inject PlanLimits limits;
    @Inject SchoolService schools;
    @Inject AuditService audit;
    @Inject FactorService factors;
    @Inject DisclosureService disclosures;
    @Inject FreshProofService proof;
    @Inject SchoolClock clock;
    @Inject Event<AccessEnded> ended;

    /** Lists people by name. */
    public Slice<PersonDetail> list(PeopleQuery query) {
        return people.list(query);
    }

    /**
     * Returns a person.
     *
     * @throws Refusal when there is none with that id here
     */
    public PersonDetail find(UUID id) {
        return people.find(id).orElseThrow(Refusal::notFound);
    }

    /**
     * Returns a person to be shown, which is noted when it is a student.
     *
     * @throws Refusal when there is none with that id here
     */
    public PersonDetail look(UUID id) {
        PersonDetail person = find(id);
        if (person.roles().contains(Roles.STUDENT)) {
            disclosures.seen(id, "person");
        }
        return person;
    }

    /** Returns the roles that the caller may give here, the weakest first. */
    public List<String> grantable() {
        return RoleRules.grantable(CallerContext.require(), atDistrict());
    }

    /** Returns the roles that people here may have, the weakest first. */
    public List<String> roles() {
        return RoleRules.possible(atDistrict());
    }

    /** Tells whether the caller may change, sign out or close the person. */
    public boolean mayActOn(PersonDetail person) {
        return RoleRules.isBelow(CallerContext.require(), person);
    }

    /**
     * Creates an adult's account with a password to be told to the person.
     *
     * @throws UsernameTaken when somebody here has the name
     */
    public PersonDetail add(NewPerson person) {
        RoleRules.requireGrantable(CallerContext.require(), atDistrict(), person.roles());
        return find(accounts.createPerson(person));
    }

    /**
     * Changes name, address or roles.
     *
     * @throws Refusal when the caller may not, or when there is a newer version
     */
    public PersonDetail change(UUID id, ChangePerson change) {
        PersonDetail before = requireBelow(id);
        AccountService.requireDisplayName(change.displayName());
        RoleRules.requireChange(
                CallerContext.require(), atDistrict(), before.roles(), change.roles());
        if (!PlanLimits.isStaff(before.roles()) && PlanLimits.isStaff(change.roles())) {
            limits.requireRoom(change.roles());
        }
        if (!people.change(id, change.displayName().strip(), change.roles(), change.version())) {
            throw new Refusal(
                    ErrorCode.PRECONDITION_FAILED,
                    "Someone changed this while you were editing. Fetch it again and repeat your change.");
        }
        changeEmail(id, change.email());
        PersonDetail after = find(id);
        audit.record("identity.account.changed", SUBJECT, id, state(before), state(after));
        ended.fire(AccessEnded.here(id));
        return after;
    }

    // An address opens the door of the identity provider's people: it is one person's alone.
    private void changeEmail(UUID id, String email) {
        String wanted = email == null ? null : email.strip();
        if (wanted == null) {
            return;
        }
        InvitationRules.requireEmail(wanted.isEmpty() ? null : wanted);
        if (wanted.isEmpty()) {
            emails.drop(id);
        } else if (!emails.put(id, wanted)) {
            throw new Refusal(ErrorCode.CONFLICT, "email", "Somebody else here has this address.");
        }
    }

    /**
     * Closes an account: the person is out within seconds and may not enter any more.
     *
     * @throws Refusal when it is closed already
     */
    public PersonDetail disable(UUID id) {
        PersonDetail before = requireBelow(id);
        if (!people.disable(id, clock.now())) {
            throw new Refusal(ErrorCode.CONFLICT, "This account is closed already.");
        }
        end(id);
        return told("identity.account.disabled", before);
    }

    /**
     * Opens a closed account again.
     *
     * @throws Refusal when it is open already
     */
    public PersonDetail enable(UUID id) {
        PersonDetail before = requireBelow(id);
        if (before.isDisabled()) {
            limits.requireRoom(before.roles());
        }
        if (!people.disable(id, null)) {
            throw new Refusal(ErrorCode.CONFLICT, "This account is open already.");
        }
        return told("identity.account.enabled", before);
    }

    /** Ends every session and token of the person here. */
    public void signOut(UUID id) {
        requireBelow(id);
        end(id);
        audit.record("identity.account.signed_out", SUBJECT, id, null, null);
    }

    /** Makes a link with which the person chooses new proofs once, instead of any earlier one. */
    public ProofLink resetLink(UUID id) {
        PersonDetail person = requireBelow(id);
        if (person.isDisabled()) {
            throw new Refusal(ErrorCode.CONFLICT, "This account is closed. Open it first.");
        }
        String secret = Secrets.next();
        Instant end = clock.now().plus(RESET_LIFE).truncatedTo(ChronoUnit.SECONDS);
        resets.put(id, Secrets.hash(secret), CallerContext.require().accountId(), end);
        audit.record("identity.reset.made", SUBJECT, id, null, Map.of("expires_at", end));
        return new ProofLink(secret, end);
    }

    /** Tells whether the person has a second factor. */
    public boolean hasFactor(UUID id) {
        return factors.isOn(find(id).id());
    }

    /**
     * Takes the second factor away from somebody who lost it, and signs them out everywhere.
     *
     * @throws Refusal CONFLICT when there is none
     * @throws ProofNeeded when the caller signed in a while ago
     */
    public void resetFactor(UUID id) {
        requireBelow(id);
        proof.require();
        if (!factors.reset(id)) {
            throw new Refusal(ErrorCode.CONFLICT, "This person has no authenticator.");
        }
        end(id);
    }

    /** Returns somebody whom the caller may look after; refuses all others. */
    public PersonDetail requireBelow(UUID id) {
        PersonDetail person = find(id);
        RoleRules.requireBelow(CallerContext.require(), person);
        return person;
    }

    private void end(UUID id) {
        tokens.dropAccount(id);
        devices.dropOthers(id, null);
        browsers.forget(id);
        ended.fire(AccessEnded.here(id));
    }

    private PersonDetail told(String action, PersonDetail before) {
        PersonDetail after = find(before.id());
        audit.record(action, SUBJECT, before.id(), state(before), state(after));
        return after;
    }

    private boolean atDistrict() {
        UUID here = TenantContext.require();
        return schools.district().map(SchoolRef::id).filter(here::equals).isPresent();
    }

    private static Map<String, Object> state(PersonDetail person) {
        Set<String> roles = new TreeSet<>(person.roles());
        return Map.of(
                "name",
                new Personal(person.displayName()),
                "email",
                new Personal(person.email() == null ? "" : person.email()),
                "roles",
                roles,
                "disabled",
                person.isDisabled());
    }
}
