package org.homeroom.banking;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Ids;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.Texts;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;

/** A student looks what a loan would cost, and asks for it. */
@Named
@RequestScoped
public class BorrowPage {

    private static final Texts TEXTS = Texts.of("banking");

    @Inject RosterService roster;
    @Inject LoanService loans;
    @Inject LendingService lending;
    @Inject BankProductService products;
    @Inject HttpServletRequest request;

    private ClassRef shown;
    private List<BankProduct> offered = List.of();
    private LoanOffer offer;
    private String act = Ids.next().toString();
    private String product;
    private String amount;
    private String purpose;
    private String passphrase;

    /** Reads the class that the address or the form names, before Faces asks what is shown. */
    @PostConstruct
    void load() {
        UUID id = FieldForm.id(request.getParameter("class"));
        if (id == null) {
            id = roster.myClasses().stream().findFirst().map(ClassRef::id).orElse(null);
        }
        if (id == null) {
            throw Refusal.notFound();
        }
        shown = roster.classFor(id);
        if (lending.get(id).loans()) {
            offered = products.offered(id).stream().filter(BankProduct::isLoan).toList();
        }
    }

    /** Shows what it would cost. */
    public void look() {
        FieldForm.succeeds(
                "borrow", () -> offer = loans.quote(shown.id(), FieldForm.id(product), minor()));
    }

    /** Asks for it and shows the loan. */
    public void ask() {
        Loan[] asked = new Loan[1];
        FieldForm.submit(
                "borrow",
                () -> {
                    asked[0] =
                            loans.ask(
                                    new AskForLoan(
                                            FieldForm.id(act),
                                            shown.id(),
                                            FieldForm.id(product),
                                            minor(),
                                            purpose),
                                    passphrase);
                    FieldForm.say(TEXTS.get(asked[0].isAsked() ? "borrow.asked" : "loan.approved"));
                },
                () -> "/banking/loan?id=" + asked[0].id() + "&class=" + shown.id());
    }

    private long minor() {
        return MoneyText.minor("amount", amount, shown.currency());
    }

    /** Returns a rate in percent. */
    public String percent(long micros) {
        return PercentText.of(micros);
    }

    public ClassRef getShown() {
        return shown;
    }

    public List<BankProduct> getOffered() {
        return offered;
    }

    /** Returns what it would cost; null until it was asked. */
    public LoanOffer getOffer() {
        return offer;
    }

    /** Returns the act's id, so that a form sent twice asks once. */
    public String getAct() {
        return act;
    }

    public void setAct(String act) {
        this.act = act;
    }

    public String getProduct() {
        return product;
    }

    public void setProduct(String product) {
        this.product = product;
    }

    public String getAmount() {
        return amount;
    }

    public void setAmount(String amount) {
        this.amount = amount;
    }

    public String getPurpose() {
        return purpose;
    }

    public void setPurpose(String purpose) {
        this.purpose = purpose;
    }

    public String getPassphrase() {
        return passphrase;
    }

    public void setPassphrase(String passphrase) {
        this.passphrase = passphrase;
    }
}
