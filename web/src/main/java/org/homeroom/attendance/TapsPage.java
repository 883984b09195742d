package org.homeroom.attendance;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Show;
import org.homeroom.kernel.Slice;
import org.homeroom.kernel.Texts;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;
import org.homeroom.roster.StudentRef;

/** The taps of a class with all that became of them; here they are corrected. */
@Named
@RequestScoped
public class TapsPage {

    private static final Texts TEXTS = Texts.of("attendance");
    private static final int ROWS = 50;

    /** Most rows on paper; a longer time is printed in parts. */
    private static final int ROWS_ON_PAPER = 2000;

    private static final int CHANGES = 20;
    private static final DateTimeFormatter FIELD =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    @Inject TapCorrectionService corrections;
    @Inject RosterService roster;
    @Inject HttpServletRequest request;
    @Inject Show show;

    private ClassRef shown;
    private int rows = ROWS;
    private TapsView view;
    private Slice<TapRow> taps;
    private List<TapChange> changes;
    private TapRow chosen;
    private String student;
    private String action = "in";
    private String value;
    private String reason;

    /** Reads what the address or the form names, before Faces asks what is shown. */
    @PostConstruct
    void load() {
        UUID id = FieldForm.id(request.getParameter("class"));
        if (id == null) {
            id = roster.myClasses().stream().findFirst().map(ClassRef::id).orElse(null);
        }
        if (id == null) {
            return;
        }
        shown = roster.ownedClass(id);
        view = TapsView.of(shown, request);
        if ("all".equals(request.getParameter("rows"))) {
            rows = ROWS_ON_PAPER;
        }
        student = Objects.toString(view.studentId(), "");
        UUID tap = FieldForm.id(request.getParameter("tap"));
        if (tap != null) {
            chosen = corrections.tap(shown.id(), tap);
            value = FIELD.format(chosen.at().atZone(shown.zone()));
        }
    }

    /** Gives the chosen tap the time that was entered. */
    public void move() {
        send("correct", () -> corrections.move(shown.id(), chosen.id(), value, reason));
    }

    /** Takes the chosen tap back. */
    public void remove() {
        send("correct", () -> corrections.remove(shown.id(), chosen.id(), reason));
    }

    /** Puts the chosen tap back. */
    public void restore() {
        send("correct", () -> corrections.restore(shown.id(), chosen.id(), reason));
    }

    /** Adds the tap that was entered. */
    public void add() {
        send(
                "add",
                () ->
                        corrections.add(
                                shown.id(),
                                FieldForm.id(student),
                                TapAction.of(action).orElse(null),
                                value,
                                reason));
    }

    private void send(String form, Supplier<TapRow> work) {
        FieldForm.submit(
                form,
                () -> {
                    TapRow done = work.get();
                    FieldForm.say(
                            TEXTS.get(
                                    done.counts() ? "taps.corrected" : "taps.removed",
                                    done.student(),
                                    show.time(done.at(), shown.zone())));
                },
                () -> view.with(view.page()) + "#taps");
    }

    /** Returns a page of taps, the newest first. */
    public List<TapRow> getTaps() {
        return slice().rows();
    }

    private Slice<TapRow> slice() {
        if (taps == null) {
            taps = corrections.history(view.filter(), view.page(), rows);
        }
        return taps;
    }

    /** Returns how many taps there are with this filter. */
    public long getTotal() {
        return slice().total();
    }

    public int getPages() {
        return (int) Math.max(1, (slice().total() + rows - 1) / rows);
    }

    /** Returns the newest changes of taps, of the student when one is chosen. */
    public List<TapChange> getChanges() {
        if (changes == null) {
            changes = corrections.changes(shown.id(), view.studentId(), null, null);
        }
        return changes.subList(0, Math.min(CHANGES, changes.size()));
    }

    /** Returns the students of the class by name. */
    public List<StudentRef> getStudents() {
        return roster.students(shown.id());
    }

    /** Returns the class, or null when the teacher has none yet. */
    public ClassRef getShown() {
        return shown;
    }

    public ZoneId getZone() {
        return shown.zone();
    }

    public TapsView getView() {
        return view;
    }

    /** Returns the tap to correct, or null. */
    public TapRow getChosen() {
        return chosen;
    }

    public String getStudent() {
        return student;
    }

    public void setStudent(String student) {
        this.student = student;
    }

    public String getAction() {
        return action;
    }

    public void setAction(String action) {
        this.action = action;
    }

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = value;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
