package org.homeroom.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.homeroom.audit.AuditService;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Ids;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.kernel.Slice;
import org.homeroom.tenancy.SchoolRef;
import org.homeroom.tenancy.SchoolService;
import org.homeroom.tenancy.TenantContext;

/**
 * Invites adults to the bound school, or to the district at its own address. Nothing is sent: the
 * inviter passes the link on. It is good once, for seven days, for exactly one role here.
 */
@Stateless
@RolesAllowed({Roles.SCHOOL_ADMIN, Roles.DISTRICT_ADMIN, Roles.PLATFORM_ADMIN})
public class InvitationService {

    private static final String SUBJECT = "invitation";

    @Inject InvitationRepository invitations;
    @Inject EmailRepository emails;
    @Inject AccountService accounts;
    @Inject PlanLimits limits;
    @Inject SchoolService schools;
    @Inject AuditService audit;
    @Inject SchoolClock clock;

    /** Lists the newest first. */
    public Slice<Invitation> list(int page, int perPage) {
        return new Slice<>(invitations.list(page, perPage), invitations.count(), page, perPage);
    }

    /** Counts what became of the invitations. */
    public InvitationStats stats() {
        return invitations.stats(clock.now());
    }

    /**
     * Invites somebody.
     *
     * @throws Refusal when the role is above the caller's or the address has an open invitation
     */
    public NewInvitation invite(InvitePerson person) {
        Caller caller = CallerContext.require();
        RoleRules.requireGrantable(
                caller,
                place().filter(SchoolRef::isDistrict).isPresent(),
                person.role() == null ? Set.of() : Set.of(person.role()));
        InvitationRules.require(person);
        limits.requireRoom(Set.of(person.role()));
        Instant now = clock.now();
        Invitation invitation =
                new Invitation(
                        Ids.next(),
                        person.role(),
                        person.displayName() == null ? null : person.displayName().strip(),
                        person.email(),
                        person.notes(),
                        "pending",
                        caller.displayName(),
                        now,
                        InvitationRules.end(now, zone()),
                        null);
        String secret = Secrets.next();
        if (person.email() != null) {
            invitations.revokeLate(person.email(), now);
        }
        if (!invitations.add(invitation, Secrets.hash(secret), caller.accountId())) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "email",
                    "There is an open invitation for this address. Send its link again or cancel it.");
        }
        audit.record(
                "identity.invitation.made",
                SUBJECT,
                invitation.id(),
                null,
                Map.of("role", invitation.role(), "expires_at", invitation.expiresAt()));
        return new NewInvitation(invitation, secret);
    }

    /**
     * Makes a new link in place of the old one, with seven days of its own.
     *
     * @throws Refusal when the invitation was accepted or taken back
     */
    public NewInvitation renew(UUID id) {
        Invitation before = find(id);
        RoleRules.requireGrantable(
                CallerContext.require(),
                place().filter(SchoolRef::isDistrict).isPresent(),
                Set.of(before.role()));
        String secret = Secrets.next();
        Instant end = InvitationRules.end(clock.now(), zone());
        if (!invitations.renew(id, Secrets.hash(secret), end)) {
            throw settled();
        }
        audit.record("identity.invitation.renewed", SUBJECT, id, null, Map.of("expires_at", end));
        return new NewInvitation(find(id), secret);
    }

    /**
     * Takes an invitation back.
     *
     * @throws Refusal when it was accepted or taken back
     */
    public void revoke(UUID id) {
        find(id);
        if (!invitations.revoke(id, clock.now())) {
            throw settled();
        }
        audit.record("identity.invitation.revoked", SUBJECT, id, null, null);
    }

    /**
     * Returns the invitation of a link, for whoever holds it.
     *
     * @throws Refusal when there is none, or when it cannot be accepted any more
     */
    @PermitAll
    public Invitation open(String secret) {
        Invitation invitation =
                invitations.find(Secrets.hash(secret)).orElseThrow(Refusal::notFound);
        InvitationRules.requireOpen(invitation, clock.now());
        return invitation;
    }

    /**
     * Creates the account that the holder of a link chose, with the role of the invitation and no
     * other.
     *
     * @return the new account
     * @throws Refusal when the link is good for nothing, or naming the field that cannot be taken
     */
    @PermitAll
    public PersonRef accept(String secret, AcceptInvitation choice) {
        Invitation invitation =
                invitations.lock(Secrets.hash(secret)).orElseThrow(Refusal::notFound);
        InvitationRules.requireOpen(invitation, clock.now());
        UUID account =
                accounts.createPerson(
                        new NewPerson(
                                choice.username(),
                                choice.displayName(),
                                choice.password(),
                                Set.of(invitation.role())));
        invitations.accept(invitation.id(), account, clock.now());
        if (invitation.email() != null) {
            // Somebody else's already, it stays theirs.
            emails.put(account, invitation.email());
        }
        audit.record(
                "identity.invitation.accepted",
                SUBJECT,
                invitation.id(),
                null,
                Map.of("account", account, "role", invitation.role()));
        return accounts.find(account).orElseThrow();
    }

    /**
     * Says no for the holder of a link; it is good for nothing then.
     *
     * @throws Refusal when it is good for nothing already
     */
    @PermitAll
    public void decline(String secret) {
        Invitation invitation =
                invitations.lock(Secrets.hash(secret)).orElseThrow(Refusal::notFound);
        InvitationRules.requireOpen(invitation, clock.now());
        invitations.decline(invitation.id(), clock.now());
        audit.record("identity.invitation.declined", SUBJECT, invitation.id(), null, null);
    }

    private Invitation find(UUID id) {
        return invitations.find(id).orElseThrow(Refusal::notFound);
    }

    private Optional<SchoolRef> place() {
        return schools.byId(TenantContext.require());
    }

    private ZoneId zone() {
        return place().map(SchoolRef::zone).orElse(ZoneOffset.UTC);
    }

    private static Refusal settled() {
        return new Refusal(
                ErrorCode.CONFLICT, "This invitation was accepted or cancelled already.");
    }
}
