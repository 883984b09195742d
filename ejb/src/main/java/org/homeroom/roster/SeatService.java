package org.homeroom.roster;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.homeroom.audit.AuditService;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Personal;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;

/**
 * Corrects and removes seats that nobody has claimed (economy.md 3.8). To a claimed one belong an
 * account, money and time, so that it is refused with what to do instead.
 */
@Stateless
@RolesAllowed({Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
public class SeatService {

    @Inject RosterService access;
    @Inject SeatRepository seats;
    @Inject ClaimRepository claims;
    @Inject Recognition recognition;
    @Inject SchoolClock clock;
    @Inject AuditService audit;

    /**
     * Returns a seat of a class that the caller runs, claimed or not.
     *
     * @throws Refusal not found, when there is no such seat in it
     */
    public SeatRow seat(UUID classId, UUID seatId) {
        return access.seats(classId).stream()
                .filter(one -> one.id().equals(seatId))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /**
     * Corrects what a seat of a class that the caller runs recognises its pupil by. Claims that
     * were begun by the old values end.
     *
     * @throws Refusal not found; VALIDATION_ERROR naming the field; CONFLICT when the seat is
     *     claimed or the class has a seat for such a pupil already
     */
    public void correct(UUID classId, UUID seatId, CorrectSeat command) {
        ClassRef owned = access.ownedClass(classId);
        SeatSecret before = free(owned, seatId);
        Map<RosterColumn, String> cells = cells(command);
        cells.remove(RosterColumn.FIRST_NAME, before.firstName());
        if (cells.isEmpty()) {
            return;
        }
        LocalDate today = clock.today(owned.zone());
        new RosterCells(today)
                .fault(1, cells)
                .ifPresent(
                        why -> {
                            throw new Refusal(
                                    ErrorCode.VALIDATION_ERROR, why.field(), why.message());
                        });
        String born = cells.get(RosterColumn.DATE_OF_BIRTH);
        SeatSecret after =
                recognition.corrected(
                        before,
                        cells.get(RosterColumn.FIRST_NAME),
                        cells.get(RosterColumn.LAST_NAME),
                        born == null ? null : BirthDate.read(born, today).orElseThrow());
        if (!seats.correct(after)) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    RosterColumn.FIRST_NAME.field(),
                    after.name() + " with this birth date is on the list already.");
        }
        claims.forget(seatId);
        audit.record(
                "roster.seat.changed",
                "seat",
                seatId,
                said(before),
                Map.of(
                        "class",
                        classId,
                        "name",
                        new Personal(after.name()),
                        "fields",
                        cells.keySet().stream().map(RosterColumn::field).toList()));
    }

    /**
     * Takes a seat of a class that the caller runs off the list.
     *
     * @throws Refusal not found; CONFLICT when the seat is claimed
     */
    public void remove(UUID classId, UUID seatId) {
        SeatSecret seat = free(access.ownedClass(classId), seatId);
        seats.remove(seatId);
        audit.record("roster.seat.removed", "seat", seatId, said(seat), null);
    }

    /** Returns what to do with a claimed seat instead, as a sentence. */
    public String claimed(SeatRow seat) {
        return claimed(seat.id(), seat.displayName());
    }

    private SeatSecret free(ClassRef owned, UUID seatId) {
        SeatSecret seat =
                seats.lock(seatId)
                        .filter(found -> found.classId().equals(owned.id()))
                        .orElseThrow(Refusal::notFound);
        if (seat.studentId() != null) {
            throw new Refusal(ErrorCode.CONFLICT, claimed(seatId, seat.name()));
        }
        return seat;
    }

    private String claimed(UUID seatId, String name) {
        return seats.isRostered(seatId)
                ? name
                        + " comes from the school's roster system. Correct it there; the next"
                        + " roster brings it here."
                : name
                        + " has claimed this seat and has an account now. A school"
                        + " administrator can rename or close the account under People.";
    }

    private static Map<RosterColumn, String> cells(CorrectSeat command) {
        Map<RosterColumn, String> cells = new EnumMap<>(RosterColumn.class);
        put(cells, RosterColumn.FIRST_NAME, command.firstName());
        put(cells, RosterColumn.LAST_NAME, command.lastName());
        put(cells, RosterColumn.DATE_OF_BIRTH, command.dateOfBirth());
        return cells;
    }

    private static void put(Map<RosterColumn, String> cells, RosterColumn column, String typed) {
        if (typed != null && !typed.isBlank()) {
            cells.put(column, typed.strip());
        }
    }

    private static Map<String, Object> said(SeatSecret seat) {
        return Map.of("class", seat.classId(), "name", new Personal(seat.name()));
    }
}
