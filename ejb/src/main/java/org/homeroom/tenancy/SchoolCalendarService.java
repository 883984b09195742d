package org.homeroom.tenancy;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;

/**
 * Says when the bound school has school. The front door for whoever plans or counts days; open to
 * everybody, as a calendar on the school's wall is.
 */
@Stateless
@PermitAll
public class SchoolCalendarService {

    @Inject CalendarRepository calendars;

    /** Returns the whole calendar; for many days ask it instead of this service. */
    public SchoolCalendar calendar() {
        return calendars.find();
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
