package org.homeroom.banking;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.homeroom.kernel.FieldForm;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;

/** The loans and certificates of a class: who asks, who owes, who missed, what is locked. */
@Named
@RequestScoped
public class LoansPage {

    @Inject RosterService roster;
    @Inject LoanService loanService;
    @Inject CertificateService certificateService;
    @Inject BankRunService bankRuns;
    @Inject HttpServletRequest request;

    private ClassRef shown;
    private List<Loan> loans = List.of();
    private List<Certificate> certificates = List.of();

    /**
     * Reads the class that the address or the form names, else the first, before Faces asks what is
     * shown.
     */
    @PostConstruct
    void load() {
        shown = roster.shownClass(FieldForm.id(request.getParameter("class"))).orElse(null);
        if (shown != null) {
            loans = loanService.list(shown.id());
            certificates = certificateService.list(shown.id());
        }
    }

    /** Rehearses what is due today and shows it. */
    public void rehearse() {
        BankRun[] made = new BankRun[1];
        FieldForm.submit(
                "due",
                () -> made[0] = bankRuns.rehearseDue(shown.id()),
                () -> BankPage.address(made[0]));
    }

    /** Returns the loans that wait for an answer. */
    public List<Loan> getAsked() {
        return loans.stream().filter(Loan::isAsked).toList();
    }

    /** Returns the loans that were decided on, running ones first. */
    public List<Loan> getDecided() {
        return loans.stream().filter(one -> !one.isAsked()).toList();
    }

    /** Returns what is owed of all loans, in minor units. */
    public long getOwed() {
        return loans.stream().mapToLong(Loan::owed).sum();
    }

    /** Returns how many instalments were missed and are still due. */
    public int getMissed() {
        return loans.stream().mapToInt(Loan::missed).sum();
    }

    /** Returns what is locked, in minor units. */
    public long getLocked() {
        return certificates.stream()
                .filter(Certificate::isOpen)
                .mapToLong(Certificate::amount)
                .sum();
    }

    public ClassRef getShown() {
        return shown;
    }

    public List<Certificate> getCertificates() {
        return certificates;
    }
}
