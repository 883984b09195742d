package org.homeroom.identity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Origin;
import org.homeroom.kernel.Refusal;
import org.homeroom.tenancy.SchoolRef;
import org.homeroom.tenancy.SchoolService;
import org.homeroom.tenancy.TenantContext;

/**
 * Lets grown-ups who work or have children at several schools change between them. Each school has
 * its own account and roles (tenancy.md section 1); a session never changes its school, the person
 * comes in anew at the other one with a code that is good once. Outside any transaction, because
 * one belongs to one school.
 */
@Stateless
@RolesAllowed({Roles.PARENT, Roles.PARTNER, Roles.STAFF, Roles.TEACHER, Roles.SCHOOL_ADMIN})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MembershipService {

    @Inject Homes homes;
    @Inject CredentialService credentials;
    @Inject SignInService signIn;
    @Inject MembershipPartService parts;
    @Inject SchoolService schools;

    /** Lists the caller's other schools that are open, the oldest membership first. */
    public List<OtherSchool> list() {
        return parts.of(CallerContext.require().accountId()).stream()
                .flatMap(one -> shown(one).stream())
                .toList();
    }

    /**
     * Adds a school at which the caller has an account, once they have signed in to it here.
     *
     * @throws Refusal as at that school's door, or naming {@code subdomain} or {@code username}
     */
    public OtherSchool join(JoinSchool command) {
        UUID here = TenantContext.require();
        UUID me = me();
        SchoolRef there =
                schools.bySubdomain(command.subdomain() == null ? "" : command.subdomain())
                        .filter(school -> school.isActive() && !school.id().equals(here))
                        .orElseThrow(MembershipService::noSchool);
        SignIn proof =
                new SignIn(command.username(), command.password(), null, command.totp(), null);
        SignedIn mine = homes.at(there.id(), () -> signIn.signIn(proof, StandingPlace.ANYWHERE));
        if (!mine.homeSchoolId().equals(there.id())
                || !Permission.MEMBERSHIP.isGivenTo(mine.caller().roles())) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "username",
                    "Give an account of that school itself, of a grown-up.");
        }
        UUID other = mine.caller().accountId();
        at(
                there.id(),
                other,
                () -> {
                    parts.put(other, here, me);
                    return null;
                });
        parts.put(me, there.id(), other);
        return shown(parts.find(me, there.id()).orElseThrow()).orElseThrow();
    }

    /**
     * Ends it, at both schools.
     *
     * @throws Refusal not found, when the school is none of the caller's
     */
    public void leave(UUID otherSchoolId) {
        UUID here = TenantContext.require();
        UUID me = me();
        UUID other = find(me, otherSchoolId).accountId();
        parts.drop(me, otherSchoolId);
        at(otherSchoolId, other, () -> parts.drop(other, here));
    }

    /**
     * Makes the code with which the caller comes in at another school of theirs.
     *
     * @throws Refusal not found, when the school is none of the caller's; conflict, when it lets
     *     them in no more
     */
    public HandOver handOver(UUID otherSchoolId) {
        UUID here = TenantContext.require();
        UUID me = me();
        UUID other = find(me, otherSchoolId).accountId();
        SchoolRef school = open(otherSchoolId).orElseThrow(MembershipService::closed);
        HandOver made =
                at(
                        otherSchoolId,
                        other,
                        () -> {
                            // Both schools must say so, and the account there must be open still.
                            boolean mutual =
                                    parts.find(other, here)
                                            .filter(back -> back.accountId().equals(me))
                                            .isPresent();
                            if (!mutual || credentials.byId(other).isEmpty()) {
                                throw closed();
                            }
                            return parts.admit(other, school);
                        });
        parts.left(me, otherSchoolId);
        return made;
    }

    private Membership find(UUID me, UUID otherSchoolId) {
        return parts.find(me, otherSchoolId).orElseThrow(Refusal::notFound);
    }

    // People of the district live elsewhere, and may enter every school anyhow.
    private UUID me() {
        UUID caller = CallerContext.require().accountId();
        return credentials.byId(caller).map(Account::id).orElseThrow(Refusal::notFound);
    }

    private Optional<OtherSchool> shown(Membership one) {
        return open(one.schoolId()).map(school -> new OtherSchool(school, one.since()));
    }

    private Optional<SchoolRef> open(UUID schoolId) {
        return schools.byId(schoolId).filter(SchoolRef::isActive);
    }

    // There the person acts as the one they are there: ids of one school mean nothing to another.
    private <T> T at(UUID school, UUID account, Supplier<T> work) {
        Origin mine = Origin.current();
        Origin.bind(mine.by(account));
        try {
            return homes.at(school, work);
        } finally {
            Origin.bind(mine);
        }
    }

    private static Refusal noSchool() {
        return new Refusal(
                ErrorCode.VALIDATION_ERROR, "subdomain", "Choose another school from the list.");
    }

    private static Refusal closed() {
        return new Refusal(
                ErrorCode.CONFLICT,
                "That school does not let you in from here any more. Ask there, or take it off your list.");
    }
}
