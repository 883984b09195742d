package org.homeroom.payroll;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.homeroom.attendance.Session;
import org.homeroom.identity.CallerContext;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.Sentences;
import org.homeroom.roster.RosterService;

/** The taps behind one student's pay, for who runs the class and for the student. */
@Named
@RequestScoped
public class PayLinePage {

    @Inject PayRunService payRuns;
    @Inject RosterService roster;
    @Inject HttpServletRequest request;

    private PayLineStory story;

    /** Reads the line that the address names. */
    @PostConstruct
    void load() {
        UUID id = PayForm.id(request.getParameter("id"));
        if (id == null) {
            throw Refusal.notFound();
        }
        story = payRuns.story(id);
    }

    /** Tells whether the reader is a parent of whose pay it is, and nothing else. */
    public boolean isChilds() {
        return !isMine() && !isStaffs();
    }

    /** Tells whether the reader runs the class. */
    public boolean isStaffs() {
        return roster.runs(story.inClass().id());
    }

    /** Tells whether the pay is the reader's own. */
    public boolean isMine() {
        return CallerContext.require().accountId().equals(story.line().studentId());
    }

    /** Returns the notes of the line in sentences. */
    public List<String> getNotes() {
        return story.line().notes().stream()
                .map(
                        code ->
                                Sentences.say(
                                        PayNote.sentence(
                                                code, story.line(), story.inClass().zone())))
                .toList();
    }

    /** Returns which of the words for the amount is true of it: due, paid or reversed. */
    public String getFate() {
        if (story.run().state() == PayState.REVERSED) {
            return "reversed";
        }
        // Marks have entries of their own; time of nobody may stand beside them.
        boolean paid =
                story.line().entryId() != null
                        || story.marks().stream().anyMatch(mark -> mark.entryId() != null);
        return paid ? "paid" : "due";
    }

    public String getRate() {
        return PaySettings.decimal(story.line().rateMicrosPerMinute());
    }

    public List<Session> getSessions() {
        return story.sessions();
    }

    public PayLineStory getStory() {
        return story;
    }
}
