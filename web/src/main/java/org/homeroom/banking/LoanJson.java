package org.homeroom.banking;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.MoneyJson;

/**
 * A loan on the wire.
 *
 * @param state {@code asked}, {@code refused}, {@code running}, {@code repaid}, {@code written_off}
 *     or {@code taken_back}
 * @param owed principal that is not paid back
 * @param payoff what paying it off now takes
 * @param missed how many instalments a run found too little for
 * @param weeks as many instalments
 * @param instalments null in lists
 */
public record LoanJson(
        UUID id,
        UUID classId,
        UUID studentId,
        UUID productId,
        String title,
        MoneyJson amount,
        String ratePercent,
        int weeks,
        String purpose,
        String state,
        Instant askedAt,
        @Nullable Instant decidedAt,
        @Nullable String reason,
        MoneyJson owed,
        MoneyJson payoff,
        int missed,
        @Nullable LocalDate nextDue,
        @Nullable MoneyJson nextAmount,
        @Nullable List<Week> instalments) {

    /**
     * One week's part.
     *
     * @param state {@code due}, {@code paid}, {@code saved} or {@code forgiven}
     * @param missed a run found too little for it
     */
    public record Week(
            int number,
            LocalDate dueOn,
            MoneyJson amount,
            MoneyJson principal,
            MoneyJson interest,
            String state,
            boolean missed,
            @Nullable UUID entryId) {}

    /**
     * What a loan would cost.
     *
     * @param instalment of a week
     * @param interest of all weeks
     * @param income of a week of perfect attendance
     * @param others instalments of a week that are paid already
     * @param refusal why it would be refused; null when nothing speaks against it
     */
    public record Quote(
            MoneyJson amount,
            MoneyJson instalment,
            MoneyJson interest,
            MoneyJson income,
            MoneyJson others,
            @Nullable String refusal) {

        static Quote of(LoanOffer offer, String currency) {
            LoanQuote quote = offer.quote();
            return new Quote(
                    MoneyJson.of(offer.amount(), currency),
                    MoneyJson.of(quote.instalment(), currency),
                    MoneyJson.of(quote.interest(), currency),
                    MoneyJson.of(quote.income(), currency),
                    MoneyJson.of(quote.others(), currency),
                    offer.against());
        }
    }

    static LoanJson of(Loan loan, String currency, @Nullable List<Instalment> weeks) {
        return new LoanJson(
                loan.id(),
                loan.classId(),
                loan.studentId(),
                loan.productId(),
                loan.title(),
                MoneyJson.of(loan.amount(), currency),
                PercentText.of(loan.rateMicros()),
                loan.weeks(),
                loan.purpose(),
                loan.state(),
                loan.askedAt(),
                loan.decidedAt(),
                loan.reason(),
                MoneyJson.of(loan.owed(), currency),
                MoneyJson.of(loan.payoff(), currency),
                loan.missed(),
                loan.nextDue(),
                loan.nextDue() == null ? null : MoneyJson.of(loan.nextAmount(), currency),
                weeks == null ? null : weeks.stream().map(one -> week(one, currency)).toList());
    }

    private static Week week(Instalment one, String currency) {
        return new Week(
                one.number(),
                one.dueOn(),
                MoneyJson.of(one.amount(), currency),
                MoneyJson.of(one.principal(), currency),
                MoneyJson.of(one.interest(), currency),
                one.state(),
                one.isMissed(),
                one.entryId());
    }
}
