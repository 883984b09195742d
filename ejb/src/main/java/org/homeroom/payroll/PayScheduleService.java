package org.homeroom.payroll;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeroom.audit.AuditService;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.tenancy.SchoolRef;
import org.homeroom.tenancy.SchoolService;
import org.homeroom.tenancy.TenantContext;

/**
 * When all classes of the bound school are paid by themselves, or those of all schools at the
 * district's own address (domain/economy.md 5.2), and what became of it.
 */
@Stateless
@RolesAllowed({Roles.SCHOOL_ADMIN, Roles.DISTRICT_ADMIN, Roles.PLATFORM_ADMIN, Roles.OPERATOR})
public class PayScheduleService {

    private static final int LONGEST_PERIOD = 366;

    @Inject PayScheduleRepository schedules;
    @Inject PayDayService days;
    @Inject SchoolService schools;
    @Inject SchoolClock clock;
    @Inject AuditService audit;

    /** Pay days of a school's classes, the newest first. */
    public record SchoolPayDays(SchoolRef school, List<PayDayRow> rows) {}

    /** Returns the schedule. */
    public PaySchedule get() {
        return schedules.find();
    }

    /** Tells whether it is the district's, and holds for all schools. */
    public boolean isForAllSchools() {
        return schools.district()
                .filter(one -> one.id().equals(TenantContext.require()))
                .isPresent();
    }

    /**
     * Changes the schedule.
     *
     * @param changed carries the version that the caller saw
     * @throws Refusal naming a field, or precondition failed, when somebody changed it since
     */
    public PaySchedule change(PaySchedule changed) {
        check(changed.calendar());
        PaySchedule before = schedules.find();
        if (changed.version() != before.version() || !schedules.store(changed, clock.now())) {
            throw new Refusal(
                    ErrorCode.PRECONDITION_FAILED,
                    "Someone changed this while you were editing. Look at the new values and change again.");
        }
        audit.record(
                "payroll.schedule.changed",
                "school",
                TenantContext.require(),
                said(before),
                said(changed));
        return schedules.find();
    }

    /** Lists what became of the newest pay days, for the district school by school. */
    public List<SchoolPayDays> newest(int limit) {
        if (!isForAllSchools()) {
            SchoolRef here = schools.byId(TenantContext.require()).orElseThrow(Refusal::notFound);
            return List.of(new SchoolPayDays(here, days.newest(limit)));
        }
        return schools.active().stream()
                .map(one -> new SchoolPayDays(one, elsewhere(one, limit)))
                .toList();
    }

    private List<PayDayRow> elsewhere(SchoolRef school, int limit) {
        try {
            return TenantContext.callAs(school.id(), () -> days.newest(limit));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("pay days could not be read", e);
        }
    }

    private static Map<String, Object> said(PaySchedule schedule) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("frequency_days", schedule.calendar().frequencyDays());
        said.put("first_pay_date", schedule.calendar().first());
        said.put("pays_at", schedule.calendar().at());
        said.put("overrules", schedule.overrules());
        return said;
    }

    private static void check(PayCalendar calendar) {
        if (calendar.frequencyDays() < 1 || calendar.frequencyDays() > LONGEST_PERIOD) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR, "frequency_days", "Pay comes every 1 to 366 days.");
        }
        if (calendar.at() != null && calendar.first() == null) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "first_pay_date",
                    "Set the first pay day; the others follow from it.");
        }
        PayRuleCheck.day("first_pay_date", calendar.first());
    }
}
