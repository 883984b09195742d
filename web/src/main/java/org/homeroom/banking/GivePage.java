package org.homeroom.banking;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Ids;
import org.homeroom.kernel.Money;
import org.homeroom.kernel.Show;
import org.homeroom.kernel.Texts;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;
import org.homeroom.roster.StudentRef;

/** Gives chosen students a reward, a fine or a payment. */
@Named
@RequestScoped
public class GivePage {

    private static final Texts TEXTS = Texts.of("banking");

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
        UUID template = FieldForm.id(request.getParameter("template"));
        offered.stream().filter(one -> one.id().equals(template)).findFirst().ifPresent(this::fill);
    }

    private void fill(AwardTemplate template) {
        kind = template.kind().wire();
        amount = new Money(template.amount(), shown.currency()).toDecimal();
        reason = template.title();
    }

    /** Books it and shows the empty form again. */
    public void give() {
        FieldForm.submit(
                "give",
                () -> {
                    AwardKind what = AwardKind.of(kind);
                    long minor = MoneyText.minor("amount", amount, shown.currency());
                    String from = what == AwardKind.PAYMENT ? account : "checking";
                    List<UUID> whom = chosen.stream().map(FieldForm::id).toList();
                    int booked =
                            awards.give(
                                            new Award(
                                                    FieldForm.id(act),
                                                    shown.id(),
                                                    what,
                                                    from,
                                                    whom,
                                                    minor,
                                                    reason))
                                    .size();
                    FieldForm.say(
                            TEXTS.get(
                                    booked == 1 ? "give.done.one" : "give.done",
                                    show.count(booked),
                                    TEXTS.get("kind." + what.wire()),
                                    show.money(Math.abs(minor))));
                },
                () -> "/banking/give?class=" + shown.id());
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
