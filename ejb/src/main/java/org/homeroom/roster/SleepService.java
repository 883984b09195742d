package org.homeroom.roster;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.homeroom.identity.AccountService;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.Refusal;

/**
 * Students of a class who must wait after wrong PINs, and their teacher who lets them in at once.
 */
@Stateless
@RolesAllowed({Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
public class SleepService {

    @Inject RosterService roster;
    @Inject AccountService accounts;

    /** Returns the students of a class that the caller runs who must wait. */
    public Set<UUID> asleep(UUID classId) {
        return accounts.resting(
                roster.seats(classId).stream()
                        .map(SeatRow::studentId)
                        .filter(Objects::nonNull)
                        .toList());
    }

    /**
     * Lets a student of a class that the caller runs try again at once.
     *
     * @throws Refusal not found, when there is no such student in it
     */
    public void wake(UUID classId, UUID studentId) {
        roster.ownedClass(classId);
        accounts.wake(roster.student(classId, studentId).studentId());
    }
}
