package org.homeroom.banking;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.MoneyJson;

/**
 * A bonus, fee, interest or due run on the wire.
 *
 * @param kind {@code bonus}, {@code interest} or {@code due}
 * @param periodFrom the first day of interest; else null
 * @param periodThrough the last day; null likewise
 * @param lines of every student of the class; null in lists
 */
public record BankRunJson(
        UUID id,
        UUID classId,
        String kind,
        String state,
        String title,
        @Nullable LocalDate periodFrom,
        @Nullable LocalDate periodThrough,
        int studentCount,
        int shortCount,
        MoneyJson total,
        int paidCount,
        MoneyJson paid,
        Instant createdAt,
        @Nullable Instant committedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant reversedAt,
        @Nullable String reverseReason,
        @Nullable String failure,
        @Nullable Long jobExecutionId,
        @Nullable List<Line> lines) {

    /**
     * One student's part.
     *
     * @param before what the account held at the rehearsal
     * @param average what savings held on an average day; null but for interest
     * @param isShort left out of a fee or instalment, having too little
     * @param title the instalment or certificate of a due run; else null
     */
    public record Line(
            UUID studentId,
            MoneyJson before,
            @Nullable MoneyJson average,
            MoneyJson amount,
            MoneyJson after,
            boolean isShort,
            @Nullable UUID entryId,
            @Nullable String title) {}

    static BankRunJson of(BankRun run, String currency, @Nullable List<BankLine> lines) {
        return new BankRunJson(
                run.id(),
                run.classId(),
                run.kind(),
                run.state().wire(),
                run.title(),
                run.periodFrom(),
                run.periodTo() == null ? null : run.periodTo().minusDays(1),
                run.studentCount(),
                run.shortCount(),
                MoneyJson.of(run.total(), currency),
                run.paidCount(),
                MoneyJson.of(run.paidTotal(), currency),
                run.createdAt(),
                run.committedAt(),
                run.finishedAt(),
                run.reversedAt(),
                run.reverseReason(),
                run.failure(),
                run.jobExecutionId(),
                lines == null ? null : lines.stream().map(one -> line(one, currency)).toList());
    }

    private static Line line(BankLine line, String currency) {
        return new Line(
                line.studentId(),
                MoneyJson.of(line.holds(), currency),
                line.average() == null ? null : MoneyJson.of(line.average(), currency),
                MoneyJson.of(line.amount(), currency),
                MoneyJson.of(line.after(), currency),
                line.isShort(),
                line.entryId(),
                line.title());
    }
}
