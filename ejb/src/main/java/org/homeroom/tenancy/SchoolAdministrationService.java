package org.homeroom.tenancy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.homeroom.audit.AuditService;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Ids;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;

/**
 * Opens, changes, closes and reopens schools, at the district's own address only: what is done to a
 * school as a whole stands in the district's audit.
 */
@Stateless
@RolesAllowed({"platform_admin", "district_admin"})
public class SchoolAdministrationService {

    private static final String SUBJECT = "school";

    @Inject SchoolRepository schools;
    @Inject AuditService audit;
    @Inject SchoolClock clock;
    @Inject Event<SchoolChanged> changed;
    @Inject Event<SchoolZoneMoved> moved;

    /** Lists the schools in order of name. */
    public List<SchoolDetail> list() {
        requireDistrict();
        return schools.details();
    }

    /**
     * Returns a school.
     *
     * @throws Refusal when there is none with that id
     */
    public SchoolDetail find(UUID id) {
        requireDistrict();
        return schools.detail(id).orElseThrow(Refusal::notFound);
    }

    /**
     * Opens a school.
     *
     * @throws Refusal naming the field that cannot be taken
     * @throws SubdomainTaken when another school has the address
     */
    public SchoolDetail open(SchoolPlan plan) {
        requireDistrict();
        SchoolRules.require(plan);
        SchoolRef school = planned(Ids.next(), plan, "active");
        if (!schools.add(school, plan.limits())) {
            throw new SubdomainTaken();
        }
        SchoolDetail made = find(school.id());
        tell("tenancy.school.opened", null, made);
        return made;
    }

    /**
     * Changes a school.
     *
     * @param version the version that the change was made to
     * @throws Refusal naming the field that cannot be taken, or when there is a newer version
     * @throws SubdomainTaken when another school has the address
     */
    public SchoolDetail change(UUID id, SchoolPlan plan, long version) {
        SchoolDetail before = find(id);
        SchoolRules.require(plan);
        if (schools.bySubdomain(plan.subdomain()).filter(one -> !one.id().equals(id)).isPresent()) {
            throw new SubdomainTaken();
        }
        if (!schools.change(planned(id, plan, before.ref().status()), plan.limits(), version)) {
            throw new Refusal(
                    ErrorCode.PRECONDITION_FAILED,
                    "Someone changed this while you were editing. Fetch it again and repeat your change.");
        }
        SchoolDetail after = find(id);
        tell("tenancy.school.changed", before, after);
        if (!after.ref().zone().equals(before.ref().zone())) {
            moved.fire(new SchoolZoneMoved(id));
        }
        return after;
    }

    /**
     * Closes a school for the time being: nobody gets in, nothing is lost.
     *
     * @param reason for the administrators, at most 500 characters
     * @throws Refusal when it is closed already
     */
    public SchoolDetail suspend(UUID id, String reason) {
        SchoolDetail before = find(id);
        SchoolRules.requireReason(reason);
        if (!schools.suspend(id, reason.strip(), clock.now())) {
            throw new Refusal(ErrorCode.CONFLICT, "This school is suspended already.");
        }
        SchoolDetail after = find(id);
        tell("tenancy.school.suspended", before, after);
        return after;
    }

    /**
     * Opens a closed school again.
     *
     * @throws Refusal when it is open already
     */
    public SchoolDetail reactivate(UUID id) {
        SchoolDetail before = find(id);
        if (!schools.reactivate(id)) {
            throw new Refusal(ErrorCode.CONFLICT, "This school is active already.");
        }
        SchoolDetail after = find(id);
        tell("tenancy.school.reactivated", before, after);
        return after;
    }

    private void requireDistrict() {
        UUID here = TenantContext.require();
        if (schools.district().filter(district -> district.id().equals(here)).isEmpty()) {
            throw new Refusal(
                    ErrorCode.AUTHORIZATION_ERROR,
                    "Schools are looked after at the district's own address. Sign in there.");
        }
    }

    private void tell(String action, SchoolDetail before, SchoolDetail after) {
        audit.record(action, SUBJECT, after.ref().id(), state(before), state(after));
        changed.fire(new SchoolChanged(after.ref().id(), after.ref().isActive()));
    }

    private static SchoolRef planned(UUID id, SchoolPlan plan, String status) {
        return new SchoolRef(
                id,
                plan.name().strip(),
                plan.subdomain(),
                ZoneId.of(plan.zone()),
                plan.language(),
                "school",
                status,
                plan.modules());
    }

    private static Map<String, Object> state(SchoolDetail school) {
        if (school == null) {
            return null;
        }
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("name", school.ref().name());
        state.put("subdomain", school.ref().subdomain());
        state.put("zone", school.ref().zone());
        state.put("language", school.ref().language());
        state.put("status", school.ref().status());
        state.put("modules", new TreeSet<>(school.ref().modules()));
        state.put("students", school.limits().students());
        state.put("staff", school.limits().staff());
        state.put("reason", school.suspendedReason());
        return state;
    }
}
