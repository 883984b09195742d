package org.homeroom.payroll;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.MoneyJson;
import org.homeroom.kernel.Sentences;

/**
 * A pay run on the wire (api.md).
 *
 * @param studentCount students who get something
 * @param paidCount students paid so far
 * @param replaces the stale rehearsal this one was made in place of
 * @param settingsVersion version of the class's settings that it was computed by
 * @param ruleNumber which of the class's advanced rules; null for none
 * @param parts how the time of all lines adds up, corrections aside; null in lists
 * @param lines of every student of the class; null in lists
 * @param corrections of time that earlier runs paid; null in lists
 * @param marks of days that pay, or paid before and have changed since; null in lists
 */
public record PayRunJson(
        UUID id,
        UUID classId,
        String state,
        Instant through,
        MoneyJson ratePerMinute,
        long seconds,
        MoneyJson total,
        int studentCount,
        int outlierCount,
        int paidCount,
        MoneyJson paid,
        String inputsHash,
        @Nullable UUID replaces,
        Instant createdAt,
        @Nullable Instant committedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant reversedAt,
        @Nullable String reverseReason,
        @Nullable String failure,
        @Nullable Long jobExecutionId,
        @Nullable Long settingsVersion,
        @Nullable Integer ruleNumber,
        @Nullable PayRuleJson rule,
        @Nullable Parts parts,
        @Nullable List<Line> lines,
        @Nullable List<Correction> corrections,
        @Nullable List<MarkPayJson> marks) {

    /**
     * One student's pay.
     *
     * @param taps how many taps are behind the seconds
     * @param from up to when the student had been paid before, null for never
     * @param corrected what the run gives more, or less, for time that was paid before
     * @param marked what the run gives for marks of days, or takes back for them
     * @param total what the student gets from the run: amount, corrected and marked together
     */
    public record Line(
            UUID studentId,
            long seconds,
            MoneyJson ratePerMinute,
            int taps,
            @Nullable Instant from,
            MoneyJson amount,
            MoneyJson corrected,
            MoneyJson marked,
            MoneyJson total,
            List<String> notes,
            boolean outlier,
            @Nullable UUID entryId,
            @Nullable Parts parts) {

        static Line of(PayLine line, String currency, ZoneId zone) {
            return new Line(
                    line.studentId(),
                    line.seconds(),
                    new MoneyJson(PaySettings.decimal(line.rateMicrosPerMinute()), currency),
                    line.taps(),
                    line.from(),
                    MoneyJson.of(line.amount(), currency),
                    MoneyJson.of(line.corrected(), currency),
                    MoneyJson.of(line.marked(), currency),
                    MoneyJson.of(line.net(), currency),
                    line.notes().stream()
                            .map(code -> Sentences.say(PayNote.sentence(code, line, zone)))
                            .toList(),
                    line.outlier(),
                    line.entryId(),
                    line.parts() == null ? null : Parts.of(line.parts(), currency));
        }
    }

    /**
     * How an amount under an advanced rule is put together: regular, overtime and bonus add up to
     * it; seconds + rounding_seconds - capped_seconds are paid_seconds.
     */
    public record Parts(
            long seconds,
            long roundingSeconds,
            long cappedSeconds,
            long paidSeconds,
            long overtimeSeconds,
            long bonusSeconds,
            MoneyJson regular,
            MoneyJson overtime,
            MoneyJson bonus) {

        static Parts of(PayParts parts, String currency) {
            return new Parts(
                    parts.seconds(),
                    parts.rounding(),
                    parts.capped(),
                    parts.paid(),
                    parts.overtime(),
                    parts.bonus(),
                    MoneyJson.of(parts.regularAmount(), currency),
                    MoneyJson.of(parts.overtimeAmount(), currency),
                    MoneyJson.of(parts.bonusAmount(), currency));
        }
    }

    /** A difference to what an earlier run paid, because taps of that time changed since. */
    public record Correction(
            UUID studentId,
            UUID runId,
            UUID lineId,
            Instant paidThrough,
            long secondsBefore,
            long secondsAfter,
            MoneyJson amountBefore,
            MoneyJson amountAfter,
            MoneyJson difference,
            @Nullable UUID entryId) {

        static Correction of(PayCorrection one, String currency) {
            return new Correction(
                    one.studentId(),
                    one.runId(),
                    one.lineId(),
                    one.paidThrough(),
                    one.secondsBefore(),
                    one.secondsAfter(),
                    MoneyJson.of(one.amountBefore(), currency),
                    MoneyJson.of(one.amountAfter(), currency),
                    MoneyJson.of(one.difference(), currency),
                    one.entryId());
        }
    }

    /**
     * What a run pays for the mark of a day.
     *
     * @param before what a paid day was marked before; null for one that pays for the first time
     */
    public record MarkPayJson(
            UUID studentId,
            LocalDate day,
            String mark,
            @Nullable String before,
            long minutesBefore,
            long minutesAfter,
            MoneyJson ratePerMinute,
            MoneyJson amountBefore,
            MoneyJson amountAfter,
            MoneyJson difference,
            @Nullable UUID entryId) {

        static MarkPayJson of(PayMark one, String currency) {
            return new MarkPayJson(
                    one.studentId(),
                    one.day(),
                    one.mark().wire(),
                    one.before() == null ? null : one.before().wire(),
                    one.minutesBefore(),
                    one.minutesAfter(),
                    new MoneyJson(PaySettings.decimal(one.rateMicrosPerMinute()), currency),
                    MoneyJson.of(one.amountBefore(), currency),
                    MoneyJson.of(one.amountAfter(), currency),
                    MoneyJson.of(one.difference(), currency),
                    one.entryId());
        }
    }

    static PayRunJson of(PayRun run, String currency) {
        return with(run, currency, null, null, null, null);
    }

    static PayRunJson of(
            PayRun run,
            String currency,
            PayParts parts,
            List<PayLine> lines,
            List<PayCorrection> corrections,
            List<PayMark> marks,
            ZoneId zone) {
        return with(
                run,
                currency,
                parts == null ? null : Parts.of(parts, currency),
                lines.stream().map(line -> Line.of(line, currency, zone)).toList(),
                corrections.stream().map(one -> Correction.of(one, currency)).toList(),
                marks.stream().map(one -> MarkPayJson.of(one, currency)).toList());
    }

    private static PayRunJson with(
            PayRun run,
            String currency,
            Parts parts,
            List<Line> lines,
            List<Correction> corrections,
            List<MarkPayJson> marks) {
        return new PayRunJson(
                run.id(),
                run.classId(),
                run.state().wire(),
                run.through(),
                new MoneyJson(PaySettings.decimal(run.rateMicrosPerMinute()), currency),
                run.seconds(),
                MoneyJson.of(run.total(), currency),
                run.studentCount(),
                run.outlierCount(),
                run.paidCount(),
                MoneyJson.of(run.paidTotal(), currency),
                run.inputsHash(),
                run.replaces(),
                run.createdAt(),
                run.committedAt(),
                run.finishedAt(),
                run.reversedAt(),
                run.reverseReason(),
                run.failure(),
                run.jobExecutionId(),
                run.settingsVersion(),
                run.ruleNumber(),
                run.rule().isPlain() ? null : PayRuleJson.of(run.rule(), currency),
                parts,
                lines,
                corrections,
                marks);
    }
}
