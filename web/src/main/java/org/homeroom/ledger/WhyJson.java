package org.homeroom.ledger;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.homeroom.kernel.MoneyJson;

/** The chain behind a balance on the wire: opening plus all terms is the balance. */
public record WhyJson(
        UUID accountId,
        @Nullable Instant from,
        @Nullable Instant to,
        MoneyJson opening,
        MoneyJson balance,
        List<TermJson> terms) {

    /** One kind of entry with its sum and its newest entries. */
    public record TermJson(
            String kind, MoneyJson amount, long count, List<CausedEntryJson> entries) {}

    /** An entry, what is behind it and, for pay and its corrections, what it was computed from. */
    public record CausedEntryJson(
            EntryJson entry,
            OriginJson origin,
            @Nullable PayJson pay,
            @Nullable CorrectionJson correction,
            @Nullable MarksJson marks) {}

    /**
     * Who did it, of which run it is, and the other side of it.
     *
     * @param by the grown-up's name; null for pupils and for what is scheduled
     * @param otherAccountId null for an account that the caller may not see
     * @param otherName whose the other account is; null for one of the class
     */
    public record OriginJson(
            @Nullable String by,
            boolean scheduled,
            @Nullable UUID runId,
            @Nullable UUID otherAccountId,
            @Nullable String otherKind,
            @Nullable String otherName) {

        static OriginJson of(EntryOrigin origin, boolean seen) {
            return new OriginJson(
                    origin.by(),
                    origin.scheduled(),
                    origin.runId(),
                    seen ? origin.otherAccount() : null,
                    origin.otherKind(),
                    origin.otherName());
        }
    }

    /** Seconds and amounts before and after, of the line that an earlier run paid. */
    public record CorrectionJson(
            UUID runId,
            UUID lineId,
            Instant paidThrough,
            long secondsBefore,
            long secondsAfter,
            MoneyJson amountBefore,
            MoneyJson amountAfter) {

        static CorrectionJson of(CorrectionStory story, String currency) {
            return story == null
                    ? null
                    : new CorrectionJson(
                            story.runId(),
                            story.lineId(),
                            story.paidThrough(),
                            story.secondsBefore(),
                            story.secondsAfter(),
                            MoneyJson.of(story.amountBefore(), currency),
                            MoneyJson.of(story.amountAfter(), currency));
        }
    }

    /** The days whose marks a run paid; their differences add up to the entry's amount. */
    public record MarksJson(UUID runId, UUID lineId, List<MarkedDayJson> days) {

        static MarksJson of(MarkStory story, String currency) {
            return story == null
                    ? null
                    : new MarksJson(
                            story.runId(),
                            story.lineId(),
                            story.days().stream()
                                    .map(day -> MarkedDayJson.of(day, currency))
                                    .toList());
        }
    }

    /**
     * A marked day.
     *
     * @param before what it was marked when it was paid before; null when that was the same or none
     */
    public record MarkedDayJson(
            LocalDate day,
            String mark,
            @Nullable String before,
            long minutesBefore,
            long minutesAfter,
            String ratePerMinute,
            MoneyJson amountBefore,
            MoneyJson amountAfter) {

        static MarkedDayJson of(MarkStory.Day day, String currency) {
            return new MarkedDayJson(
                    day.day(),
                    day.mark(),
                    day.before(),
                    day.minutesBefore(),
                    day.minutesAfter(),
                    rate(day.rateMicrosPerMinute()),
                    MoneyJson.of(day.amountBefore(), currency),
                    MoneyJson.of(day.amountAfter(), currency));
        }
    }

    /**
     * Paid seconds, rate per minute as a decimal of the currency, and the taps between.
     *
     * @param ruleVersion of the pay settings that it was computed by; null for old runs
     */
    public record PayJson(
            UUID runId,
            UUID lineId,
            long seconds,
            String ratePerMinute,
            @Nullable Instant from,
            Instant through,
            @Nullable Long ruleVersion,
            List<TapMark> taps,
            @Nullable RuledJson ruled) {}

    /** How pay under an advanced rule is put together; the three amounts add up to it. */
    public record RuledJson(
            int ruleNumber,
            long roundingSeconds,
            long cappedSeconds,
            long overtimeSeconds,
            BigDecimal overtimeMultiplier,
            long bonusSeconds,
            MoneyJson regular,
            MoneyJson overtime,
            MoneyJson bonus) {

        static RuledJson of(RuledPay pay, String currency) {
            return pay == null
                    ? null
                    : new RuledJson(
                            pay.ruleNumber(),
                            pay.rounding(),
                            pay.capped(),
                            pay.overtime(),
                            BigDecimal.valueOf(pay.overtimeThousandths(), 3),
                            pay.bonus(),
                            MoneyJson.of(pay.regularAmount(), currency),
                            MoneyJson.of(pay.overtimeAmount(), currency),
                            MoneyJson.of(pay.bonusAmount(), currency));
        }
    }

    static WhyJson of(Why why) {
        String currency = why.account().currency();
        return new WhyJson(
                why.account().id(),
                why.from(),
                why.to(),
                MoneyJson.of(why.opening(), currency),
                MoneyJson.of(why.closing(), currency),
                why.terms().stream().map(term -> term(why, term, currency)).toList());
    }

    private static TermJson term(Why why, WhyTerm term, String currency) {
        return new TermJson(
                term.kind(),
                MoneyJson.of(term.amount(), currency),
                term.count(),
                why.entries().stream()
                        .filter(caused -> caused.entry().kind().equals(term.kind()))
                        .map(
                                caused ->
                                        new CausedEntryJson(
                                                EntryJson.of(caused.entry(), currency),
                                                OriginJson.of(
                                                        caused.origin(),
                                                        Objects.equals(
                                                                caused.origin().otherOwner(),
                                                                why.account().ownerId())),
                                                pay(caused.pay(), currency),
                                                CorrectionJson.of(caused.correction(), currency),
                                                MarksJson.of(caused.marks(), currency)))
                        .toList());
    }

    private static PayJson pay(PayStory pay, String currency) {
        return pay == null
                ? null
                : new PayJson(
                        pay.runId(),
                        pay.lineId(),
                        pay.seconds(),
                        rate(pay.rateMicrosPerMinute()),
                        pay.from(),
                        pay.through(),
                        pay.settingsVersion(),
                        pay.taps(),
                        RuledJson.of(pay.ruled(), currency));
    }

    private static String rate(long micros) {
        return BigDecimal.valueOf(micros, 6).stripTrailingZeros().toPlainString();
    }
}
