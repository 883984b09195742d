package org.homeroom.banking;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Ids;
import org.homeroom.kernel.Money;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.Show;
import org.homeroom.kernel.Texts;
import org.homeroom.ledger.IdempotencyConflict;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;
import org.homeroom.roster.StudentRef;

/**
 * Gives chosen students a reward, a fine or a payment; several of them not before the page showed
 * what it would do to each.
 */
@Named
@RequestScoped
public class GivePage {

    private static final Texts TEXTS = Texts.of("banking");
    private static final int NEWEST = 10;

    @Inject RosterService roster;
    @Inject AwardService awards;
    @Inject AwardTemplateService templates;
    @Inject Show show;
    @Inject HttpServletRequest request;

    private ClassRef shown;
    private List<StudentRef> students = List.of();
    private List<AwardTemplate> offered = List.of();
    private Set<String> chosen = Set.of();
    private String act = Ids.next().toString();
    private String kind = AwardKind.REWARD.wire();
    private String account = "checking";
    private String amount;
    private String reason;
    private AwardRehearsal rehearsal;
    private String fingerprint;
    private boolean confirming;
    private List<GivenAward> lately;

    /**
     * Reads the class that the address or the form names, else the first, and the template that the
     * form begins with, before Faces asks what is shown.
     */
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
        students = roster.students(id);
        offered = templates.list(id).stream().filter(AwardTemplate::active).toList();
        String[] given = request.getParameterValues("student");
        chosen = given == null ? Set.of() : Set.copyOf(List.of(given));
        // The form of the rehearsal must be there to be read.
        confirming = request.getParameter("confirm") != null;
        UUID template = FieldForm.id(request.getParameter("template"));
        offered.stream().filter(one -> one.id().equals(template)).findFirst().ifPresent(this::fill);
    }

    private void fill(AwardTemplate template) {
        kind = template.kind().wire();
        amount = new Money(template.amount(), shown.currency()).toDecimal();
        reason = template.title();
    }

    /** Books it for one student; for more it first shows what it would do to each. */
    public void give() {
        if (chosen.size() > 1) {
            rehearse();
        } else {
            FieldForm.submit("give", this::bookOne, this::next);
        }
    }

    /** Books it as it was rehearsed; shows it anew when something changed. */
    public void confirm() {
        try {
            book(fingerprint == null ? "" : fingerprint);
            FieldForm.redirect(next());
        } catch (Refusal refusal) {
            rehearse();
            // Else what is in the way of a rehearsal was said already.
            if (rehearsal != null) {
                sayAnew(refusal);
            }
        }
    }

    private static void sayAnew(Refusal refusal) {
        if (refusal.code() == ErrorCode.CONFLICT) {
            FacesContext.getCurrentInstance()
                    .addMessage(
                            null,
                            new FacesMessage(
                                    FacesMessage.SEVERITY_WARN, TEXTS.get("rehearsal.anew"), null));
        } else {
            FieldForm.show(refusal, "confirm");
        }
    }

    /** Leaves out who has too little, and shows what it would do to the others. */
    public void leaveOut() {
        rehearse();
        if (rehearsal != null) {
            chosen =
                    rehearsal.lines().stream()
                            .filter(one -> !one.what().isShort())
                            .map(one -> one.what().studentId().toString())
                            .collect(Collectors.toSet());
            rehearse();
        }
    }

    /** Shows the form again as it was filled in. */
    public void change() {
        confirming = false;
    }

    private void rehearse() {
        rehearsal = null;
        confirming =
                FieldForm.succeeds(
                        "give",
                        () -> {
                            // Behind Back is the form of an act that was given already.
                            if (awards.isGiven(shown.id(), FieldForm.id(act))) {
                                act = Ids.next().toString();
                            }
                            rehearsal = awards.rehearse(award());
                        });
    }

    private void bookOne() {
        try {
            book(null);
        } catch (IdempotencyConflict used) {
            // Behind Back is the form of an act that was given already, with other words now.
            act = Ids.next().toString();
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "This form was sent before. Nothing was given now. Send it again to give this too.");
        }
    }

    private void book(String asRehearsed) {
        Award award = award();
        int booked = awards.give(award, asRehearsed).size();
        FieldForm.say(
                TEXTS.get(
                        booked == 1 ? "give.done.one" : "give.done",
                        show.count(booked),
                        TEXTS.get("kind." + award.kind().wire()),
                        show.money(Math.abs(award.amount()))));
    }

    private String next() {
        return chosen.size() == 1
                ? "/banking/give?class=" + shown.id()
                : "/banking/award?class=" + shown.id() + "&id=" + act;
    }

    private Award award() {
        AwardKind what = MoneyText.kind(kind);
        return new Award(
                FieldForm.id(act),
                shown.id(),
                what,
                what == AwardKind.PAYMENT ? account : "checking",
                chosen.stream().map(FieldForm::id).toList(),
                MoneyText.minor("amount", amount, shown.currency()),
                reason);
    }

    /**
     * Tells whether the page shows a rehearsal instead of the form; while a form is read, whether
     * it is the rehearsal's.
     */
    public boolean isConfirming() {
        boolean shows =
                FacesContext.getCurrentInstance().getCurrentPhaseId() == PhaseId.RENDER_RESPONSE;
        return confirming && (rehearsal != null || !shows);
    }

    /** Returns what the button that books says: the effect with its numbers. */
    public String getConfirmLabel() {
        return TEXTS.get(
                rehearsal.total() < 0 ? "run.take" : "run.give",
                show.money(Math.abs(rehearsal.total())),
                show.count(rehearsal.lines().size()));
    }

    /** Says what is rehearsed: kind, amount of each, savings when it goes there, and reason. */
    public String getWhat() {
        return TEXTS.get(
                rehearsal.award().account().equals("savings")
                        ? "rehearsal.what.savings"
                        : "rehearsal.what",
                TEXTS.get("kind." + rehearsal.award().kind().wire()),
                show.money(Math.abs(rehearsal.award().amount())),
                rehearsal.award().reason().strip());
    }

    /** Returns what was given lately, the newest first. */
    public List<GivenAward> getLately() {
        if (lately == null) {
            lately = awards.lately(shown.id(), NEWEST);
        }
        return lately;
    }

    public AwardRehearsal getRehearsal() {
        return rehearsal;
    }

    public List<String> getChosen() {
        return List.copyOf(chosen);
    }

    /** Tells whether it can be booked; while the form is read nobody knows yet. */
    public boolean isBookable() {
        return rehearsal == null || rehearsal.shortCount() == 0;
    }

    /** Tells whether somebody can be left out so that it can be booked; likewise. */
    public boolean isLeavable() {
        return rehearsal == null || !isBookable() && !isForNobody();
    }

    /** Tells whether everyone has too little, so that only another amount helps. */
    public boolean isForNobody() {
        return rehearsal != null && rehearsal.shortCount() == rehearsal.lines().size();
    }

    /** Says what to do next. */
    public String getAdvice() {
        if (isBookable()) {
            return TEXTS.get("run.lead.rehearsed");
        }
        return TEXTS.get(isForNobody() ? "rehearsal.short.all" : "rehearsal.short.hint");
    }

    public String getFingerprint() {
        return rehearsal == null ? fingerprint : rehearsal.fingerprint();
    }

    public void setFingerprint(String fingerprint) {
        this.fingerprint = fingerprint;
    }

    /** Tells whether the form has the student ticked. */
    public boolean isChosen(UUID student) {
        return chosen.contains(student.toString());
    }

    public ClassRef getShown() {
        return shown;
    }

    public List<StudentRef> getStudents() {
        return students;
    }

    /** Returns the templates in use. */
    public List<AwardTemplate> getOffered() {
        return offered;
    }

    /** Returns the act's id, so that a form sent twice gives once. */
    public String getAct() {
        return act;
    }

    public void setAct(String act) {
        this.act = act;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getAccount() {
        return account;
    }

    public void setAccount(String account) {
        this.account = account;
    }

    public String getAmount() {
        return amount;
    }

    public void setAmount(String amount) {
        this.amount = amount;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
