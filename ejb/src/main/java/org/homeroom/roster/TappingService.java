package org.homeroom.roster;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.homeroom.audit.AuditService;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.Refusal;
import org.homeroom.tenancy.TenantContext;

/** Whoever runs a class says which of its students may tap (domain/economy.md 4.5). */
@Stateless
@RolesAllowed({Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
public class TappingService {

    @Inject RosterService access;
    @Inject RosterRepository roster;
    @Inject AuditService audit;
    @Inject Event<TappingChanged> changed;

    /** Tells whether the students of a class that the caller runs may tap. */
    public Tapping of(UUID classId) {
        List<SeatRow> seats = access.seats(classId);
        int open = (int) seats.stream().filter(SeatRow::tapEnabled).count();
        return new Tapping(open > 0 || seats.isEmpty(), open, seats.size() - open);
    }

    /**
     * Opens or closes tapping in a class that the caller runs. Who is in stays in, and may be
     * tapped out by the teacher.
     *
     * @param studentIds for whom, or null for every seat of today, claimed or not
     * @return for how many seats it was otherwise before
     * @throws Refusal not found, when one of them is not in the class; nothing has changed then
     */
    public int change(UUID classId, Collection<UUID> studentIds, boolean enabled) {
        ClassRef owned = access.ownedClass(classId);
        List<SeatRow> seats = roster.seats(owned.id());
        Set<UUID> wanted = studentIds == null ? null : Set.copyOf(studentIds);
        List<SeatRow> meant =
                seats.stream()
                        .filter(seat -> wanted == null || isAmong(wanted, seat.studentId()))
                        .toList();
        if (wanted != null && meant.size() < wanted.size()) {
            throw Refusal.notFound();
        }
        List<SeatRow> other = meant.stream().filter(seat -> seat.tapEnabled() != enabled).toList();
        if (!other.isEmpty()) {
            roster.setTapping(other.stream().map(SeatRow::id).toList(), enabled);
            tell(owned, other, enabled);
        }
        return other.size();
    }

    private void tell(ClassRef owned, List<SeatRow> seats, boolean enabled) {
        List<UUID> students =
                seats.stream().map(SeatRow::studentId).filter(Objects::nonNull).toList();
        audit.record(
                "roster.tapping.changed",
                "class",
                owned.id(),
                Map.of("enabled", !enabled),
                Map.of("enabled", enabled, "seats", seats.size(), "students", students));
        changed.fire(new TappingChanged(TenantContext.require(), owned.id(), students));
    }

    private static boolean isAmong(Set<UUID> wanted, UUID student) {
        return student != null && wanted.contains(student);
    }
}
