package org.homeroom.attendance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Where a student of a class stands at one instant: what decides whether a tap may be taken. */
public interface Standing {

    /** Returns the first name as the class says it. */
    String firstName();

    /** Returns the first letter of the last name. */
    String lastInitial();

    /** Tells whether the teacher lets this student tap here. */
    boolean tapEnabled();

    /** Returns the class's time zone, in which its days begin. */
    ZoneId zone();

    /** Tells whether a session is open. */
    boolean isIn();

    /** Returns the begin of the open session, or the last tap-out; null before the first tap. */
    Instant since();

    /** Tells whether the student has said "done" on this local day. */
    boolean doneToday();

    /** Returns the daily limit in minutes, null when there is none. */
    Integer dailyLimitMinutes();

    /** Returns the time worked on this local day in seconds, the open session included. */
    long todaySeconds();

    /** Returns how the student is called in class: first name and last initial. */
    default String name() {
        return firstName() + " " + lastInitial() + ".";
    }

    /**
     * Tells whether the open session may have reached a daily limit, today's or that of an earlier
     * day.
     */
    default boolean mayBeDue(Instant now) {
        boolean fromEarlierDay =
                isIn()
                        && LocalDate.ofInstant(since(), zone())
                                .isBefore(LocalDate.ofInstant(now, zone()));
        return isIn() && dailyLimitMinutes() != null && (fromEarlierDay || isAtLimit());
    }

    /** Returns where the student stands on the local day of an instant. */
    default Presence presence(Instant now) {
        if (isIn()) {
            return Presence.IN;
        }
        LocalDate today = LocalDate.ofInstant(now, zone());
        boolean wasHere = since() != null && LocalDate.ofInstant(since(), zone()).equals(today);
        if (doneToday() || wasHere && isAtLimit()) {
            return Presence.DONE;
        }
        return wasHere ? Presence.AWAY : Presence.NOT_YET;
    }

    /** Tells whether the day's limit is used up. */
    default boolean isAtLimit() {
        return dailyLimitMinutes() != null && todaySeconds() >= dailyLimitMinutes() * 60L;
    }
}
