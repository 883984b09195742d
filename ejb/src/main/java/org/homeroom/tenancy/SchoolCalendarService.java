package org.homeroom.tenancy;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.homeroom.kernel.SchoolClock;

/**
 * Says when the bound school has school. The front door for whoever plans or counts days; open to
 * everybody, as a calendar on the school's wall is.
 */
@Stateless
@PermitAll
public class SchoolCalendarService {

    @Inject CalendarRepository calendars;
    @Inject SchoolRepository schools;
    @Inject SchoolClock clock;

    /** Returns the whole calendar; for many days ask it instead of this service. */
    public SchoolCalendar calendar() {
        return calendars.find();
    }

    /** Returns the day that it is at the school. */
    public LocalDate today() {
        return clock.today(schools.byId(TenantContext.require()).orElseThrow().zone());
    }

    /**
     * Tells whether there is school.
     *
     * @param day in the school's zone
     */
    public boolean isSchoolDay(LocalDate day) {
        return calendars.find().isSchoolDay(day);
    }
}
