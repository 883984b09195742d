package org.homeroom.roster;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.homeroom.identity.ErasureReceipt;
import org.homeroom.identity.ReceiptLine;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.kernel.Texts;

/** Teachers with their students in numbers, what they ask for, and closing. */
@Named
@RequestScoped
public class TeachersPage {

    private static final Texts TEXTS = Texts.of("roster");
    private static final String HERE = "/roster/teachers";

    @Inject ClosingService closings;
    @Inject DeletionRequestService requests;
    @Inject SchoolClock clock;
    @Inject HttpServletRequest request;

    private List<TeacherLine> teachers;
    private ErasureReceipt receipt;
    private String word;

    /** Returns the teachers by name. */
    public List<TeacherLine> getTeachers() {
        if (teachers == null) {
            teachers = closings.teachers();
        }
        return teachers;
    }

    public SchoolCounts getCounts() {
        return closings.counts();
    }

    /** Returns the requests that nobody has decided on. */
    public List<DeletionRequest> getPending() {
        return requests.list().stream().filter(DeletionRequest::isPending).toList();
    }

    /** Tells whether the account may be closed. */
    public boolean mayClose(TeacherLine one) {
        return one.accountRequested() || isAbsent(one);
    }

    /** Tells whether the class of the period may be closed. */
    public boolean mayClosePeriod(TeacherLine one, TeacherLine.Period period) {
        return period.requested() || mayClose(one);
    }

    /** Tells whether the teacher has been away for half a year, or never came. */
    public boolean isAbsent(TeacherLine one) {
        return ClosingRules.isAbsent(one.lastSignIn(), clock.now());
    }

    /** Returns the teacher whose closing, or a class of whose, is asked about; null for nobody. */
    public TeacherLine getChosen() {
        UUID id = FieldForm.id(request.getParameter("id"));
        return id == null
                ? null
                : getTeachers().stream()
                        .filter(one -> one.id().equals(id) || period(one, id) != null)
                        .findFirst()
                        .orElseThrow(Refusal::notFound);
    }

    /** Returns the class whose closing is asked about, or null for the account. */
    public TeacherLine.Period getChosenPeriod() {
        return period(getChosen(), FieldForm.id(request.getParameter("id")));
    }

    /** Closes what was chosen and shows the receipt, this once. */
    public void close() {
        UUID id = FieldForm.sent("id");
        boolean account = getChosenPeriod() == null;
        FieldForm.succeeds(
                "close",
                () ->
                        receipt =
                                account
                                        ? closings.closeTeacher(id, word)
                                        : closings.closeClass(id, word));
    }

    /** Says no to a request. */
    public void reject() {
        FieldForm.submit(
                "reject",
                () -> {
                    requests.end(FieldForm.sent("request"), "rejected");
                    FieldForm.say(TEXTS.get("teachers.rejected"));
                },
                () -> HERE);
    }

    private static TeacherLine.Period period(TeacherLine teacher, UUID classId) {
        return teacher.periods().stream()
                .filter(one -> one.classId().equals(classId))
                .findFirst()
                .orElse(null);
    }

    /** Returns what went and what had to stay just now, or null. */
    public ErasureReceipt getReceipt() {
        return receipt;
    }

    /** Returns what went, as people read it. */
    public List<ReceiptLine> getGone() {
        return ReceiptLine.of(receipt.gone());
    }

    /** Returns what stayed, as people read it. */
    public List<ReceiptLine> getKept() {
        return ReceiptLine.of(receipt.kept());
    }

    public String getWord() {
        return word;
    }

    public void setWord(String word) {
        this.word = word;
    }
}
