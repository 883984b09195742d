package org.homeroom.banking;

import jakarta.annotation.Nullable;
import java.util.UUID;
import org.homeroom.kernel.MoneyJson;

/**
 * A loan or certificate on offer, on the wire.
 *
 * @param kind {@code loan} or {@code certificate}
 * @param ratePercent of a year; of a certificate above inflation
 * @param band of a loan's rate: {@code low}, {@code medium} or {@code high}; null for a certificate
 * @param weeks as many instalments, or how long it is locked
 * @param most that one may borrow or lock at once
 * @param penaltyPercent what a certificate loses that ends early; null where it cannot
 */
public record BankProductJson(
        UUID id,
        String kind,
        String title,
        String ratePercent,
        @Nullable String band,
        int weeks,
        MoneyJson most,
        @Nullable String penaltyPercent,
        boolean active) {

    static BankProductJson of(BankProduct found, String currency) {
        return new BankProductJson(
                found.id(),
                found.kind(),
                found.title(),
                PercentText.of(found.rateMicros()),
                found.isLoan() ? found.band() : null,
                found.weeks(),
                MoneyJson.of(found.most(), currency),
                found.penaltyMicros() == null ? null : PercentText.of(found.penaltyMicros()),
                found.active());
    }

    /** What a client wants to offer. */
    public record Request(
            String kind,
            String title,
            String ratePercent,
            @Nullable Integer weeks,
            MoneyJson most,
            @Nullable String penaltyPercent) {

        BankProduct product(UUID classId, String currency) {
            return read(
                    null,
                    classId,
                    kind,
                    title,
                    ratePercent,
                    weeks,
                    most,
                    penaltyPercent,
                    currency,
                    true,
                    0);
        }
    }

    /** What a client wants an offer to be; its kind stays, what is left out as well. */
    public record Change(
            @Nullable String title,
            @Nullable String ratePercent,
            @Nullable Integer weeks,
            @Nullable MoneyJson most,
            @Nullable String penaltyPercent,
            @Nullable Boolean active) {

        BankProduct over(BankProduct before, String currency) {
            BankProductJson was = of(before, currency);
            return read(
                    before.id(),
                    before.classId(),
                    before.kind(),
                    title == null ? was.title() : title,
                    ratePercent == null ? was.ratePercent() : ratePercent,
                    weeks == null ? Integer.valueOf(was.weeks()) : weeks,
                    most == null ? was.most() : most,
                    penaltyPercent == null ? was.penaltyPercent() : penaltyPercent,
                    currency,
                    active == null ? was.active() : active,
                    before.version());
        }
    }

    private static BankProduct read(
            UUID id,
            UUID classId,
            String kind,
            String title,
            String rate,
            Integer weeks,
            MoneyJson most,
            String penalty,
            String currency,
            boolean active,
            long version) {
        if (weeks == null) {
            throw MoneyText.wrong("weeks", "Send weeks as a whole number.");
        }
        return new BankProduct(
                id,
                classId,
                kind,
                title,
                PercentText.micros("rate_percent", rate),
                weeks,
                MoneyText.minor("most", most, currency),
                penalty == null || penalty.isBlank()
                        ? null
                        : PercentText.micros("penalty_percent", penalty),
                active,
                version);
    }
}
