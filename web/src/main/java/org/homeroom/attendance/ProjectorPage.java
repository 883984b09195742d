package org.homeroom.attendance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.kernel.Show;
import org.homeroom.kernel.Texts;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;

/**
 * A class on its classroom's screen: who is in, since when, how long today. Everybody in the room
 * reads it, so that it shows no money, and no reason unless the teacher asks for it.
 */
@Named
@RequestScoped
public class ProjectorPage {

    private static final Texts TEXTS = Texts.of("attendance");

    /** Columns for up to so many students: sixteen to nine, and eight rows at most. */
    private static final int[][] COLUMNS = {{6, 3}, {12, 4}, {40, 5}};

    private static final int MOST_COLUMNS = 6;

    @Inject AttendanceService attendance;
    @Inject RosterService roster;
    @Inject SchoolClock clock;
    @Inject Show show;
    @Inject SessionNotes notes;
    @Inject HttpServletRequest request;

    private ClassRef classRef;
    private List<SeatNow> seats;

    /**
     * Returns the class that the address names, else the caller's first.
     *
     * @throws Refusal not found, when there is none or it is not the caller's
     */
    public ClassRef getClassRef() {
        if (classRef == null) {
            UUID named = FieldForm.id(request.getParameter("class"));
            classRef =
                    named != null
                            ? roster.ownedClass(named)
                            : roster.myClasses().stream()
                                    .findFirst()
                                    .orElseThrow(Refusal::notFound);
        }
        return classRef;
    }

    /** Tells whether the teacher wants the reasons read by all. */
    public boolean isReasons() {
        return Boolean.parseBoolean(request.getParameter("reasons"));
    }

    /** Returns the time of day in the class's zone. */
    public String getTime() {
        return show.clock(clock.now(), getClassRef().zone());
    }

    /** Returns the day in words. */
    public String getDay() {
        return show.day(clock.now(), getClassRef().zone());
    }

    /** Returns how many students the class has. */
    public int getStudents() {
        return now().size();
    }

    /** Returns how many seats nobody has claimed, which the wall therefore lacks. */
    public int getUnclaimed() {
        return roster.unclaimed(getClassRef().id());
    }

    /** Returns how many students stand so. */
    public long count(String presence) {
        Presence wanted = Presence.valueOf(presence);
        return now().stream().filter(seat -> seat.presence(clock.now()) == wanted).count();
    }

    /** Returns how many students stand side by side. */
    public int getColumns() {
        for (int[] step : COLUMNS) {
            if (getStudents() <= step[0]) {
                return step[1];
            }
        }
        return MOST_COLUMNS;
    }

    /** Returns the students by name, so that everybody keeps a place on the wall. */
    public List<WallSeat> getSeats() {
        return now().stream().map(this::wall).toList();
    }

    private WallSeat wall(SeatNow seat) {
        Instant now = clock.now();
        Presence presence = seat.presence(now);
        String state = presence.name().toLowerCase(Locale.ROOT).replace('_', '-');
        boolean telling = isReasons() && presence == Presence.AWAY && seat.reason() != null;
        return new WallSeat(
                seat.name(),
                "is-" + state,
                TEXTS.get("wall." + state, show.clock(seat.since(), seat.zone())),
                seat.todaySeconds() == 0 ? "" : show.duration(seat.todaySeconds()),
                seat.isIn() ? now.minusSeconds(seat.todaySeconds()).toString() : "",
                telling ? notes.reason(seat.reason()) : "");
    }

    private List<SeatNow> now() {
        if (seats == null) {
            seats = attendance.board(getClassRef().id());
        }
        return seats;
    }
}
