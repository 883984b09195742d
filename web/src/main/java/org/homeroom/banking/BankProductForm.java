package org.homeroom.banking;

import jakarta.annotation.Nullable;
import java.util.UUID;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Money;

/** A loan or certificate on offer as a page's form holds it. */
public final class BankProductForm {

    private String kind = BankProduct.LOAN;
    private String title;
    private String rate;
    private String weeks;
    private String most;
    private String penalty;
    private boolean active = true;
    private String version = "0";

    /** Fills the form. */
    void fill(BankProduct found, String currency) {
        kind = found.kind();
        title = found.title();
        rate = PercentText.of(found.rateMicros());
        weeks = Integer.toString(found.weeks());
        most = new Money(found.most(), currency).toDecimal();
        penalty = found.penaltyMicros() == null ? "" : PercentText.of(found.penaltyMicros());
        active = found.active();
        version = Long.toString(found.version());
    }

    /** Reads what was entered. */
    BankProduct entered(@Nullable UUID id, UUID classId, String currency) {
        return new BankProduct(
                id,
                classId,
                kind,
                title,
                PercentText.typed("rate_percent", rate),
                whole(),
                MoneyText.minor("most", most, currency),
                penalty == null || penalty.isBlank()
                        ? null
                        : PercentText.typed("penalty_percent", penalty),
                active,
                FieldForm.number(version));
    }

    private int whole() {
        String plain = weeks == null ? "" : weeks.strip();
        if (plain.startsWith("-")) {
            throw MoneyText.wrong("weeks", "This cannot be below zero.");
        }
        if (!plain.matches("\\d{1,6}")) {
            throw MoneyText.wrong("weeks", "Write a whole number.");
        }
        return Integer.parseInt(plain);
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getRate() {
        return rate;
    }

    public void setRate(String rate) {
        this.rate = rate;
    }

    public String getWeeks() {
        return weeks;
    }

    public void setWeeks(String weeks) {
        this.weeks = weeks;
    }

    public String getMost() {
        return most;
    }

    public void setMost(String most) {
        this.most = most;
    }

    public String getPenalty() {
        return penalty;
    }

    public void setPenalty(String penalty) {
        this.penalty = penalty;
    }

    public String getVersion() {
        return version;
    }

    public void setVersion(String version) {
        this.version = version;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }
}
