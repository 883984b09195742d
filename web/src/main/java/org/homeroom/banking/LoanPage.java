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
import org.homeroom.kernel.SchoolClock;
import org.homeroom.kernel.Show;
import org.homeroom.kernel.Texts;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;

/** A loan with its weeks: its student pays it off, who runs the class decides and writes off. */
@Named
@RequestScoped
public class LoanPage {

    private static final Texts TEXTS = Texts.of("banking");

    @Inject RosterService roster;
    @Inject LoanService loans;
    @Inject SchoolClock clock;
    @Inject Show show;
    @Inject HttpServletRequest request;

    private Loan loan;
    private ClassRef shown;
    private boolean running;
    private LoanCase weighed;
    private List<Instalment> weeks = List.of();
    private String reason;
    private String passphrase;

    /** Reads the loan that the address or the form names, before Faces asks what is shown. */
    @PostConstruct
    void load() {
        UUID id = FieldForm.id(request.getParameter("id"));
        if (id == null) {
            throw Refusal.notFound();
        }
        loan = loans.find(id);
        shown = roster.classFor(loan.classId());
        running = roster.runs(shown.id());
        weeks = loans.instalments(id);
        weighed = running && loan.isAsked() ? loans.weigh(id) : null;
    }

    /** Pays the loan out. */
    public void approve() {
        act("approve", "loan.approved", () -> loans.approve(loan.id()));
    }

    /** Refuses the loan. */
    public void refuse() {
        act("refuse", "loan.refused", () -> loans.refuse(loan.id(), reason));
    }

    /** Writes off what is owed. */
    public void writeOff() {
        act("off", "loan.written_off", () -> loans.writeOff(loan.id(), reason));
    }

    /** Pays off what is owed. */
    public void payOff() {
        act("payoff", "loan.paid_off", () -> loans.payOff(loan.id(), passphrase));
    }

    private void act(String form, String said, Runnable work) {
        FieldForm.submit(
                form,
                () -> {
                    work.run();
                    FieldForm.say(TEXTS.get(said));
                },
                () -> "/banking/loan?id=" + loan.id() + "&class=" + loan.classId());
    }

    /** Returns what the button that pays out says. */
    public String getApproveLabel() {
        return TEXTS.get("loan.approve", show.money(loan.amount()));
    }

    /** Returns what the button that pays off says. */
    public String getPayoffLabel() {
        return TEXTS.get("loan.payoff.do", show.money(loan.payoff()));
    }

    /** Returns what the button that writes off says. */
    public String getWriteOffLabel() {
        return TEXTS.get("loan.off.do", show.money(loan.owed()));
    }

    /** Returns the rate of a year in percent. */
    public String getRate() {
        return PercentText.of(loan.rateMicros());
    }

    /** Returns what the reader decides it by; null when there is nothing to decide. */
    public LoanCase getWeighed() {
        return weighed;
    }

    /** Tells whether the reader runs the class. */
    public boolean isRunning() {
        return running;
    }

    public Loan getLoan() {
        return loan;
    }

    public ClassRef getShown() {
        return shown;
    }

    /** Tells whether the day of an instalment that is not settled has not come. */
    public boolean isToCome(Instalment week) {
        return week.state().equals("due") && week.dueOn().isAfter(clock.today(shown.zone()));
    }

    public List<Instalment> getWeeks() {
        return weeks;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getPassphrase() {
        return passphrase;
    }

    public void setPassphrase(String passphrase) {
        this.passphrase = passphrase;
    }
}
