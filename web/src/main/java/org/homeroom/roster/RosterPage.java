package org.homeroom.roster;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.homeroom.identity.CallerContext;
import org.homeroom.identity.Permission;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.Texts;

/** The list of a class, with its join code. */
@Named
@RequestScoped
public class RosterPage {

    private static final Texts TEXTS = Texts.of("roster");
    private static final int ROWS = 25;

    @Inject RosterService roster;
    @Inject ClassService classes;
    @Inject RosterImportService imports;
    @Inject SleepService sleep;
    @Inject TappingService tapping;
    @Inject HttpServletRequest request;

    private String classId;
    private ClassDetail detail;
    private List<SeatRow> seats;
    private Set<UUID> asleep;
    private String text;
    private int page;
    private String firstName;
    private String lastName;
    private String birthDate;
    private String newName;
    private String newPeriod;

    /**
     * Names the part of the list before Faces asks what is shown: a form's buttons depend on it.
     */
    @PostConstruct
    void choose() {
        classId = request.getParameter("class");
        String sought = request.getParameter("q");
        text = sought == null ? "" : sought.strip();
        String asked = request.getParameter("page");
        page = asked == null || !asked.matches("[1-9][0-9]{0,5}") ? 1 : Integer.parseInt(asked);
    }

    /** Returns the class shown: the address's, else the first; null before there is one. */
    public ClassDetail getDetail() {
        if (detail == null) {
            List<ClassRef> mine =
                    classId == null || classId.isBlank() ? roster.myClasses() : List.of();
            UUID shown = mine.isEmpty() ? FieldForm.id(classId) : mine.get(0).id();
            detail = shown == null ? null : classes.detail(shown);
        }
        return detail;
    }

    /** Returns the seats of this page by name, free ones first: those wait for somebody. */
    public List<SeatRow> getSeats() {
        return found().stream().skip(getFirst() - 1L).limit(ROWS).toList();
    }

    /** Returns how many seats were sought and found. */
    public int getCount() {
        return found().size();
    }

    /** Tells whether the class is too large to be read at a glance, and has names to look for. */
    public boolean isLarge() {
        return getDetail() != null && getDetail().seats() > ROWS;
    }

    private List<SeatRow> found() {
        if (seats == null) {
            seats =
                    getDetail() == null
                            ? List.of()
                            : roster.seats(detail.ref().id(), text).stream()
                                    .sorted(Comparator.comparing(SeatRow::isClaimed))
                                    .toList();
        }
        return seats;
    }

    /** Returns the page shown, the last one when the address asks for more. */
    public int getPage() {
        return Math.min(page, getPages());
    }

    public int getPages() {
        return Math.max(1, (getCount() + ROWS - 1) / ROWS);
    }

    /** Returns the number of the first row shown. */
    public int getFirst() {
        return (getPage() - 1) * ROWS + 1;
    }

    /** Returns the number of the last row shown. */
    public int getLastRow() {
        return Math.min(getPage() * ROWS, getCount());
    }

    /** Returns the address of another page of the same list. */
    public String address(int other) {
        return "/roster/roster?class="
                + getDetail().ref().id()
                + "&q="
                + URLEncoder.encode(text, StandardCharsets.UTF_8)
                + "&page="
                + other;
    }

    /** Tells whether the student of the seat must wait after wrong PINs. */
    public boolean isAsleep(SeatRow seat) {
        if (asleep == null) {
            asleep = sleep.asleep(getDetail().ref().id());
        }
        return asleep.contains(seat.studentId());
    }

    /** Lets the student that the form names try again at once. */
    public void wake() {
        UUID shown = getDetail().ref().id();
        FieldForm.submit(
                "list",
                () -> {
                    SeatRow seat = seatOf(FieldForm.sent("student"));
                    sleep.wake(shown, seat.studentId());
                    FieldForm.say(TEXTS.get("roster.awake", seat.displayName()));
                },
                () -> address(getPage()));
    }

    /** Opens or closes tapping for the student that the form names. */
    public void switchTapping() {
        UUID shown = getDetail().ref().id();
        boolean enabled = Boolean.parseBoolean(request.getParameter("enabled"));
        FieldForm.submit(
                "list",
                () -> {
                    SeatRow seat = seatOf(FieldForm.sent("student"));
                    tapping.change(shown, List.of(seat.studentId()), enabled);
                    say(enabled, "one", seat.displayName());
                },
                () -> address(getPage()));
    }

    /** Opens or closes tapping for the whole class. */
    public void switchAllTapping() {
        boolean enabled = Boolean.parseBoolean(request.getParameter("enabled"));
        FieldForm.submit(
                "list",
                () -> {
                    int changed = tapping.change(getDetail().ref().id(), null, enabled);
                    say(enabled, "all", String.valueOf(changed));
                },
                () -> address(getPage()));
    }

    private static void say(boolean enabled, String whom, String argument) {
        String key = "tapping." + (enabled ? "opened." : "closed.") + whom;
        FieldForm.say(TEXTS.get(key, argument));
    }

    /** Tells whether somebody of the class may tap. */
    public boolean isTapping() {
        return found().stream().anyMatch(SeatRow::tapEnabled);
    }

    private SeatRow seatOf(UUID studentId) {
        return roster.seats(getDetail().ref().id()).stream()
                .filter(seat -> studentId.equals(seat.studentId()))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** Tells whether the reader says who follows the students, and gives them badges. */
    public boolean isKeeper() {
        return Permission.CLASS_PEOPLE.isGivenTo(CallerContext.require().roles());
    }

    /** Adds one pupil and shows the list again. */
    public void addStudent() {
        FieldForm.submit(
                "student",
                () -> imports.addOne(getDetail().ref().id(), firstName, lastName, birthDate),
                () -> "/roster/roster?class=" + getDetail().ref().id());
    }

    /** Opens a class and shows its empty list. */
    public void openClass() {
        ClassDetail[] made = new ClassDetail[1];
        FieldForm.submit(
                "open",
                () -> made[0] = classes.open(new OpenClass(newName, newPeriod, null)),
                () -> "/roster/roster?class=" + made[0].ref().id());
    }

    public String getText() {
        return text;
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

    public String getNewName() {
        return newName;
    }

    public void setNewName(String newName) {
        this.newName = newName;
    }

    public String getNewPeriod() {
        return newPeriod;
    }

    public void setNewPeriod(String newPeriod) {
        this.newPeriod = newPeriod;
    }
}
