package org.homeroom.roster;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeroom.audit.AuditService;
import org.homeroom.identity.AccountListService;
import org.homeroom.identity.ListedAccount;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.roster.RosterApplyRepository.StagedPerson;
import org.homeroom.tenancy.TenantContext;

/**
 * The steps of a delivery within one school, the one bound to the thread, each in a transaction of
 * its own: a transaction belongs to one school, a delivery may concern several. For the roster's
 * own services and job; no page or resource leads here.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RosterStepService {

    // Two of a billion codes rarely meet; the bound only keeps a fault from looping for ever.
    private static final int DRAWS = 20;

    @Inject SourceSchoolRepository schools;
    @Inject KnownRosterRepository known;
    @Inject StageRepository stage;
    @Inject RosterApplyRepository roster;
    @Inject AccountListService accounts;
    @Inject AuditService audit;
    @Inject SchoolClock clock;
    @Inject Event<RosterFilled> filled;

    /** Lists the schools of the installation. */
    public List<SourceSchool> schools() {
        return schools.all();
    }

    /** Reads what earlier deliveries said of the school. */
    public KnownRoster known() {
        return known.read();
    }

    /** Keeps what a delivery changes in the school, for the day that it is applied. */
    public void stage(UUID delivery, String orgSourcedId, StagedRoster staged) {
        stage.add(delivery, orgSourcedId, staged, clock.now());
    }

    /** Lists the first changes of one sort. */
    public List<StagedRow> rows(UUID delivery, RosterChange change, int limit) {
        return stage.rows(delivery, change, limit);
    }

    /** Tells whether the school is still as it was when the delivery was compared with it. */
    public boolean isFresh(UUID delivery) {
        return stage.isFresh(delivery);
    }

    /**
     * Makes the school what the delivery says, as a whole or not at all; nothing when it is
     * already.
     *
     * @throws Refusal CONFLICT when another delivery came in between
     */
    public void apply(UUID delivery) {
        roster.lock();
        if (stage.isApplied(delivery)) {
            return;
        }
        if (!stage.isFresh(delivery)) {
            throw stale();
        }
        Instant now = clock.now();
        List<StagedPerson> people = roster.people(delivery);
        accounts.put(people.stream().map(RosterStepService::listed).toList());
        roster.putPeople(delivery, people.stream().map(StagedPerson::person).toList(), now);
        openClasses(delivery, now);
        List<UUID> before = roster.touched(delivery);
        roster.putClasses(delivery, now);
        roster.putEnrollments(delivery, now);
        List<UUID> touched = new ArrayList<>(roster.touched(delivery));
        before.stream().filter(id -> !touched.contains(id)).forEach(touched::add);
        UUID[] classes = touched.toArray(UUID[]::new);
        roster.putTeachers(classes);
        roster.putSeats(classes, now);
        filled.fire(new RosterFilled(TenantContext.require(), touched));
        schools.name(stage.applied(delivery, now));
        audit.record(
                "roster.delivery.applied",
                "roster_delivery",
                delivery,
                null,
                Map.of("classes", touched.size()));
    }

    /** What to say when the school has changed since the delivery was read. */
    static Refusal stale() {
        return new Refusal(
                ErrorCode.CONFLICT,
                "Another roster was applied since this one was read. Upload the file again to see what"
                        + " it would change now.");
    }

    private void openClasses(UUID delivery, Instant now) {
        List<UUID> left = roster.unopened(delivery);
        for (int i = 0; i < DRAWS && !left.isEmpty(); i++) {
            String[] codes = left.stream().map(id -> JoinCode.draw()).toArray(String[]::new);
            roster.openClasses(delivery, left.toArray(UUID[]::new), codes, now);
            left = roster.unopened(delivery);
        }
        if (!left.isEmpty()) {
            throw new IllegalStateException(left.size() + " classes found no free join code");
        }
    }

    private static ListedAccount listed(StagedPerson staged) {
        SourcePerson person = staged.person();
        return new ListedAccount(
                person.accountId(),
                person.username(),
                person.displayName(),
                person.roles(),
                staged.formerRoles(),
                person.enters(),
                staged.entered());
    }
}
