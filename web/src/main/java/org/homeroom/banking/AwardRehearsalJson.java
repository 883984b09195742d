package org.homeroom.banking;

import jakarta.annotation.Nullable;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.Ids;
import org.homeroom.kernel.MoneyJson;

/**
 * What a reward, fine or payment would do, student by student; nothing is booked.
 *
 * @param kind {@code reward}, {@code fine} or {@code payment}
 * @param account {@code checking} or {@code savings}
 * @param total by how much the money of who has enough would change, fees included
 * @param tooLittle how many have too little; when there are any, nothing can be booked
 * @param fingerprint to be sent along when it is given, so that it is given as rehearsed or not at
 *     all
 * @param lines who has too little first, then by name
 */
public record AwardRehearsalJson(
        String kind,
        String account,
        MoneyJson total,
        long tooLittle,
        String fingerprint,
        List<Line> lines) {

    /**
     * One student's part.
     *
     * @param name in short
     * @param fromSavings what savings would give first
     * @param fee what going below zero would cost
     * @param outcome {@code posted}, {@code covered} by savings, {@code overdrawn} or {@code short}
     */
    public record Line(
            UUID studentId,
            String name,
            MoneyJson before,
            MoneyJson amount,
            MoneyJson fromSavings,
            MoneyJson fee,
            MoneyJson after,
            String outcome) {}

    /**
     * What is to be rehearsed.
     *
     * @param kind {@code reward}, {@code fine} or {@code payment}
     * @param account of a payment: {@code checking}, when left out, or {@code savings}
     */
    public record Request(
            String kind,
            List<UUID> studentIds,
            MoneyJson amount,
            String reason,
            @Nullable String account) {

        Award award(UUID classId, String currency) {
            return new Award(
                    Ids.next(),
                    classId,
                    MoneyText.kind(kind),
                    account == null ? "checking" : account,
                    studentIds,
                    MoneyText.minor("amount", amount, currency),
                    reason);
        }
    }

    static AwardRehearsalJson of(AwardRehearsal rehearsed, String currency) {
        return new AwardRehearsalJson(
                rehearsed.award().kind().wire(),
                rehearsed.award().account(),
                MoneyJson.of(rehearsed.total(), currency),
                rehearsed.shortCount(),
                rehearsed.fingerprint(),
                rehearsed.lines().stream().map(one -> line(one, currency)).toList());
    }

    private static Line line(AwardRehearsal.Line line, String currency) {
        AwardLine what = line.what();
        return new Line(
                what.studentId(),
                line.name(),
                MoneyJson.of(what.holds(), currency),
                MoneyJson.of(what.amount(), currency),
                MoneyJson.of(what.fromSavings(), currency),
                MoneyJson.of(what.fee(), currency),
                MoneyJson.of(what.after(), currency),
                what.outcome());
    }
}
