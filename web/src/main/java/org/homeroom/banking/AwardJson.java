package org.homeroom.banking;

import jakarta.annotation.Nullable;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.Ids;
import org.homeroom.kernel.MoneyJson;

/**
 * The entries of a reward, fine or payment, in the order of the students.
 *
 * @param id of the act
 */
public record AwardJson(UUID id, List<Entry> entries) {

    /**
     * One student's entry.
     *
     * @param amount negative when it was taken
     * @param overdraft {@code covered} by savings, {@code overdrawn}, or null for neither
     */
    public record Entry(
            UUID id,
            UUID studentId,
            MoneyJson amount,
            MoneyJson balanceAfter,
            @Nullable String overdraft) {}

    /**
     * A reward or fine to give.
     *
     * @param fingerprint of its rehearsal; left out to give without one
     */
    public record Request(
            List<UUID> studentIds, MoneyJson amount, String reason, @Nullable String fingerprint) {

        Award award(UUID classId, AwardKind kind, String currency) {
            return new Award(
                    Ids.next(),
                    classId,
                    kind,
                    "checking",
                    studentIds,
                    MoneyText.minor("amount", amount, currency),
                    reason);
        }
    }

    /**
     * A payment to make.
     *
     * @param account {@code checking}, when left out, or {@code savings}
     * @param fingerprint of its rehearsal; left out to pay without one
     */
    public record Payment(
            List<UUID> studentIds,
            MoneyJson amount,
            String description,
            @Nullable String account,
            @Nullable String fingerprint) {

        Award award(UUID classId, String currency) {
            return new Award(
                    Ids.next(),
                    classId,
                    AwardKind.PAYMENT,
                    account == null ? "checking" : account,
                    studentIds,
                    MoneyText.minor("amount", amount, currency),
                    description);
        }
    }

    static AwardJson of(UUID id, List<MovedMoney> booked, String currency) {
        return new AwardJson(
                id,
                booked.stream()
                        .map(
                                one ->
                                        new Entry(
                                                one.entryId(),
                                                one.studentId(),
                                                MoneyJson.of(one.amount(), currency),
                                                MoneyJson.of(one.balanceAfter(), currency),
                                                one.outcome().equals("posted")
                                                        ? null
                                                        : one.outcome()))
                        .toList());
    }
}
