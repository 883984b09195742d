package org.homeroom.banking;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.HoursText;
import org.homeroom.kernel.Money;
import org.homeroom.kernel.Texts;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;

/** What a class's bank lends by and offers, one of the offers opened to be changed. */
@Named
@RequestScoped
public class LendingPage {

    private static final Texts TEXTS = Texts.of("banking");

    @Inject RosterService roster;
    @Inject LendingService lending;
    @Inject BankProductService bankProducts;
    @Inject HttpServletRequest request;

    private final BankProductForm form = new BankProductForm();
    private ClassRef shown;
    private long weeklyIncome;
    private List<BankProduct> products = List.of();
    private BankProduct opened;
    private boolean loans;
    private String approvesUpTo;
    private Lending found;
    private String inflation;
    private String version;

    /**
     * Reads class and product of the address or the form, else the first class, before Faces asks
     * what is shown.
     */
    @PostConstruct
    void load() {
        UUID id = FieldForm.id(request.getParameter("id"));
        opened = id == null ? null : bankProducts.find(id);
        UUID classId =
                opened == null ? FieldForm.id(request.getParameter("class")) : opened.classId();
        shown = roster.shownClass(classId).orElse(null);
        if (shown == null) {
            return;
        }
        weeklyIncome = lending.weeklyIncome(shown.id());
        found = lending.get(shown.id());
        products = bankProducts.all(shown.id());
        // Of two forms only one is sent; the other must still show, and send, what is stored.
        fill();
        if (opened != null) {
            form.fill(opened, shown.currency());
        }
    }

    private void fill() {
        loans = found.loans();
        approvesUpTo = new Money(found.approvesUpTo(), shown.currency()).toDecimal();
        inflation = PercentText.of(found.inflationMicros());
        version = Long.toString(found.version());
    }

    /** Stores the rules and shows them again. */
    public void save() {
        FieldForm.submit(
                "lending",
                () -> {
                    lending.change(
                            shown.id(),
                            found,
                            new Lending(
                                    loans,
                                    MoneyText.minor(
                                            "approves_up_to", approvesUpTo, shown.currency()),
                                    found.expectedWeeklyMinutes(),
                                    PercentText.typed("inflation_percent", inflation),
                                    FieldForm.number(version)));
                    FieldForm.say(TEXTS.get("rules.saved"));
                },
                this::address);
    }

    /** Offers what was entered, or changes the opened one. */
    public void offer() {
        FieldForm.submit(
                "product",
                () -> {
                    if (opened == null) {
                        bankProducts.add(form.entered(null, shown.id(), shown.currency()));
                    } else {
                        bankProducts.change(
                                form.entered(opened.id(), shown.id(), shown.currency()));
                    }
                    FieldForm.say(TEXTS.get("template.saved"));
                },
                this::address);
    }

    private String address() {
        return "/banking/lending?class=" + shown.id();
    }

    /** Returns a rate in percent. */
    public String percent(long micros) {
        return PercentText.of(micros);
    }

    public ClassRef getShown() {
        return shown;
    }

    /** Returns what a student earns in a week of perfect attendance, in minor units. */
    public long getWeeklyIncome() {
        return weeklyIncome;
    }

    public List<BankProduct> getProducts() {
        return products;
    }

    /** Returns the offer being changed; null while one is being added. */
    public BankProduct getOpened() {
        return opened;
    }

    public BankProductForm getForm() {
        return form;
    }

    public boolean isLoans() {
        return loans;
    }

    public void setLoans(boolean loans) {
        this.loans = loans;
    }

    public String getApprovesUpTo() {
        return approvesUpTo;
    }

    public void setApprovesUpTo(String approvesUpTo) {
        this.approvesUpTo = approvesUpTo;
    }

    /** Returns for how many hours a week the class is expected. */
    public String getHours() {
        return HoursText.of(found.expectedWeeklyMinutes());
    }

    public String getInflation() {
        return inflation;
    }

    public void setInflation(String inflation) {
        this.inflation = inflation;
    }

    public String getVersion() {
        return version;
    }

    public void setVersion(String version) {
        this.version = version;
    }
}
