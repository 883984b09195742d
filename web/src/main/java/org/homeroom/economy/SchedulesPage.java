package org.homeroom.economy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.homeroom.economy.ScheduleService.SchoolSchedules;
import org.homeroom.tenancy.TenantContext;

/** What runs by itself, and when next. */
@Named
@RequestScoped
public class SchedulesPage {

    @Inject ScheduleService schedules;
    @Inject EconomyTexts texts;

    private List<SchoolSchedules> schools;

    /** Returns what runs by itself, at the district's own address school by school. */
    public List<SchoolSchedules> getSchools() {
        if (schools == null) {
            schools = schedules.bySchool();
        }
        return schools;
    }

    /** Returns on which days and when. */
    public String rhythm(Schedule one) {
        String at = one.calendar().at().toString();
        return one.calendar().frequencyDays() == 1
                ? texts.of("schedules.daily", at)
                : texts.of("schedules.every", one.calendar().frequencyDays(), at);
    }

    /** Tells whether something of the list is not changed here, or not by the caller. */
    public boolean isPartlyToRead() {
        return getSchools().stream()
                .anyMatch(
                        where ->
                                where.rows().stream().anyMatch(one -> address(where, one) == null));
    }

    /** Returns where it is changed; null for what is another school's, or not the caller's. */
    public String address(SchoolSchedules where, Schedule one) {
        if (!where.school().id().equals(TenantContext.require()) || !schedules.mayChange(one)) {
            return null;
        }
        if (!one.isOfClass()) {
            return "/payroll/schedule";
        }
        return (one.isOfBank() ? "/banking/settings?class=" : "/payroll/settings?class=")
                + one.scopeId();
    }
}
