package org.homeroom.banking;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.Show;
import org.homeroom.kernel.Texts;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;

/** A reward, fine or payment as it was given in one act, and the button that takes it back. */
@Named
@RequestScoped
public class AwardPage {

    private static final Texts TEXTS = Texts.of("banking");

    @Inject RosterService roster;
    @Inject AwardService awards;
    @Inject Show show;
    @Inject HttpServletRequest request;

    private UUID act;
    private ClassRef shown;
    private List<AwardEntry> all;
    private List<AwardEntry> entries;
    private String reason;

    /** Reads the act that the address or the form names, before Faces asks what is shown. */
    @PostConstruct
    void load() {
        UUID classId = FieldForm.id(request.getParameter("class"));
        act = FieldForm.id(request.getParameter("id"));
        if (classId == null || act == null) {
            throw Refusal.notFound();
        }
        shown = roster.ownedClass(classId);
        all = awards.entries(classId, act);
        entries = all.stream().filter(AwardEntry::isAward).toList();
    }

    /** Takes back what is left of it, and shows it again. */
    public void takeBack() {
        FieldForm.submit(
                "back",
                () -> {
                    int students = awards.takeBack(shown.id(), act, reason);
                    FieldForm.say(TEXTS.get("award.back.done", students));
                },
                () -> "/banking/award?class=" + shown.id() + "&id=" + act);
    }

    /** Returns what came with a student's entry: from savings, or a fee; empty for neither. */
    public String beside(AwardEntry entry) {
        return all.stream()
                .filter(one -> !one.isAward() && one.studentId().equals(entry.studentId()))
                .findFirst()
                .map(
                        one ->
                                TEXTS.get(
                                        "award.beside." + one.part(),
                                        show.money(Math.abs(one.amount()))))
                .orElse("");
    }

    /** Tells whether something of it was not taken back. */
    public boolean isStanding() {
        return all.stream().anyMatch(AwardEntry::isStanding);
    }

    /** Returns what the button that takes back says. */
    public String getBackLabel() {
        long students =
                all.stream()
                        .filter(AwardEntry::isStanding)
                        .map(AwardEntry::studentId)
                        .distinct()
                        .count();
        return TEXTS.get("award.back", students);
    }

    /** Returns by how much the students' money changed for it, fees included, in minor units. */
    public long getTotal() {
        return all.stream()
                .filter(one -> !one.part().equals("cover"))
                .mapToLong(AwardEntry::amount)
                .sum();
    }

    public AwardEntry getFirst() {
        return entries.get(0);
    }

    public List<AwardEntry> getEntries() {
        return entries;
    }

    public UUID getAct() {
        return act;
    }

    public ClassRef getShown() {
        return shown;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
