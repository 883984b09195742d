package org.homeroom.banking;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Money;
import org.homeroom.kernel.TimeText;

/** The rules of a bank as a page's form holds them: everything text but the ticks. */
public final class BankSettingsForm {

    private String rate;
    private String ratePer;
    private String method;
    private String compounding;
    private String payout;
    private String firstDay;
    private boolean protection;
    private boolean fees;
    private String limit;
    private String feeKind;
    private String feeFirst;
    private String feeSecond;
    private String feeLater;
    private String feeCap;
    private boolean transfers;
    private String dayLimit;
    private String booksAt;
    private String version;

    /** Fills the form. */
    void fill(BankSettings found, String currency) {
        rate = PercentText.of(found.rateMicros());
        ratePer = found.ratePer();
        method = found.method();
        compounding = found.compounding();
        payout = found.payout();
        firstDay = found.firstDay() == null ? "" : found.firstDay().toString();
        protection = found.overdraftProtection();
        fees = found.overdraftFees();
        limit = text(found.overdraftLimit(), currency);
        feeKind = found.feeKind();
        feeFirst = text(found.feeFirst(), currency);
        feeSecond = text(found.feeSecond(), currency);
        feeLater = text(found.feeLater(), currency);
        feeCap = found.feeMonthCap() == null ? "" : text(found.feeMonthCap(), currency);
        transfers = found.transfersAllowed();
        dayLimit = text(found.transferDayLimit(), currency);
        booksAt = found.booksAt() == null ? "" : found.booksAt().toString();
        version = Long.toString(found.version());
    }

    /** Reads what was entered. */
    BankSettings entered(String currency) {
        return new BankSettings(
                PercentText.typed("rate_percent", rate),
                ratePer,
                method,
                compounding,
                payout,
                day(),
                protection,
                fees,
                MoneyText.minor("overdraft_limit", limit, currency),
                feeKind,
                MoneyText.minor("fee_first", feeFirst, currency),
                MoneyText.minor("fee_second", feeSecond, currency),
                MoneyText.minor("fee_later", feeLater, currency),
                feeCap == null || feeCap.isBlank()
                        ? null
                        : MoneyText.minor("fee_month_cap", feeCap, currency),
                transfers,
                MoneyText.minor("transfer_day_limit", dayLimit, currency),
                TimeText.time("books_at", booksAt),
                FieldForm.number(version));
    }

    private LocalDate day() {
        try {
            return firstDay == null || firstDay.isBlank()
                    ? null
                    : LocalDate.parse(firstDay.strip());
        } catch (DateTimeException e) {
            throw MoneyText.wrong("first_day", "Write the day as 2026-10-16.");
        }
    }

    private static String text(long minor, String currency) {
        return new Money(minor, currency).toDecimal();
    }

    public String getRate() {
        return rate;
    }

    public void setRate(String rate) {
        this.rate = rate;
    }

    public String getRatePer() {
        return ratePer;
    }

    public void setRatePer(String ratePer) {
        this.ratePer = ratePer;
    }

    public String getMethod() {
        return method;
    }

    public void setMethod(String method) {
        this.method = method;
    }

    public String getCompounding() {
        return compounding;
    }

    public void setCompounding(String compounding) {
        this.compounding = compounding;
    }

    public String getPayout() {
        return payout;
    }

    public void setPayout(String payout) {
        this.payout = payout;
    }

    public String getFirstDay() {
        return firstDay;
    }

    public void setFirstDay(String firstDay) {
        this.firstDay = firstDay;
    }

    public String getLimit() {
        return limit;
    }

    public void setLimit(String limit) {
        this.limit = limit;
    }

    public String getFeeKind() {
        return feeKind;
    }

    public void setFeeKind(String feeKind) {
        this.feeKind = feeKind;
    }

    public String getFeeFirst() {
        return feeFirst;
    }

    public void setFeeFirst(String feeFirst) {
        this.feeFirst = feeFirst;
    }

    public String getFeeSecond() {
        return feeSecond;
    }

    public void setFeeSecond(String feeSecond) {
        this.feeSecond = feeSecond;
    }

    public String getFeeLater() {
        return feeLater;
    }

    public void setFeeLater(String feeLater) {
        this.feeLater = feeLater;
    }

    public String getFeeCap() {
        return feeCap;
    }

    public void setFeeCap(String feeCap) {
        this.feeCap = feeCap;
    }

    public String getDayLimit() {
        return dayLimit;
    }

    public void setDayLimit(String dayLimit) {
        this.dayLimit = dayLimit;
    }

    public String getBooksAt() {
        return booksAt;
    }

    public void setBooksAt(String booksAt) {
        this.booksAt = booksAt;
    }

    public String getVersion() {
        return version;
    }

    public void setVersion(String version) {
        this.version = version;
    }

    public boolean isProtection() {
        return protection;
    }

    public void setProtection(boolean protection) {
        this.protection = protection;
    }

    public boolean isFees() {
        return fees;
    }

    public void setFees(boolean fees) {
        this.fees = fees;
    }

    public boolean isTransfers() {
        return transfers;
    }

    public void setTransfers(boolean transfers) {
        this.transfers = transfers;
    }
}
