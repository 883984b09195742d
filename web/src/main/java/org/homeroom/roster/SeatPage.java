package org.homeroom.roster;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.Texts;

/** A seat that nobody has claimed: corrected, or taken off the list. */
@Named
@RequestScoped
public class SeatPage {

    private static final Texts TEXTS = Texts.of("roster");

    @Inject SeatService seats;
    @Inject RosterService roster;
    @Inject HttpServletRequest request;

    private UUID classId;
    private UUID seatId;
    private SeatRow seat;
    private String firstName;
    private String lastName;
    private String birthDate;

    /** Names class and seat before Faces asks what is shown: a form's buttons depend on it. */
    @PostConstruct
    void choose() {
        classId = FieldForm.id(request.getParameter("class"));
        seatId = FieldForm.id(request.getParameter("id"));
        if (classId == null || seatId == null) {
            throw Refusal.notFound();
        }
        seat = seats.seat(classId, seatId);
        firstName = seat.firstName();
    }

    public SeatRow getSeat() {
        return seat;
    }

    public ClassRef getInClass() {
        return roster.ownedClass(classId);
    }

    /** Returns what to do with a claimed seat instead, as a sentence. */
    public String getClaimed() {
        return seats.claimed(seat);
    }

    /** Corrects the seat and shows the list. */
    public void correct() {
        FieldForm.submit(
                "seat",
                () -> {
                    seats.correct(classId, seatId, new CorrectSeat(firstName, lastName, birthDate));
                    FieldForm.say(
                            TEXTS.get("seat.corrected", seats.seat(classId, seatId).displayName()));
                },
                this::list);
    }

    /** Takes the seat off the list and shows the list. */
    public void remove() {
        FieldForm.submit(
                "remove",
                () -> {
                    seats.remove(classId, seatId);
                    FieldForm.say(TEXTS.get("seat.removed", seat.displayName()));
                },
                this::list);
    }

    private String list() {
        return "/roster/roster?class=" + classId;
    }

    public String getFirstName() {
        return firstName;
    }

    public void setFirstName(String firstName) {
        this.firstName = firstName;
    }

    public String getLastName() {
        return lastName;
    }

    public void setLastName(String lastName) {
        this.lastName = lastName;
    }

    public String getBirthDate() {
        return birthDate;
    }

    public void setBirthDate(String birthDate) {
        this.birthDate = birthDate;
    }
}
