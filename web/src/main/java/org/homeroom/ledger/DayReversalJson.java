package org.homeroom.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.MoneyJson;

/**
 * What taking back a day would do, account by account.
 *
 * @param entries how many entries would be taken back
 * @param fingerprint to be sent along when it is done
 * @param inTheWay what came after that day and has to be taken back first; nothing can be done
 *     before
 */
public record DayReversalJson(
        LocalDate day,
        int entries,
        MoneyJson change,
        String fingerprint,
        List<LineJson> lines,
        List<InTheWayJson> inTheWay) {

    /** What becomes of a student's account. */
    public record LineJson(
            UUID accountId,
            String ownerName,
            String kind,
            MoneyJson before,
            MoneyJson change,
            MoneyJson after) {}

    /**
     * What has to be taken back first.
     *
     * @param kind pay_run, loan or certificate
     * @param id of the run, of the loan, or of the entry that ended the certificate
     */
    public record InTheWayJson(String kind, UUID id, List<String> ownerNames) {}

    static DayReversalJson of(DayReversal rehearsed) {
        String currency = rehearsed.classRef().currency();
        return new DayReversalJson(
                rehearsed.day(),
                rehearsed.entries(),
                MoneyJson.of(rehearsed.change(), currency),
                rehearsed.fingerprint(),
                rehearsed.lines().stream()
                        .map(
                                one ->
                                        new LineJson(
                                                one.accountId(),
                                                one.name(),
                                                one.kind(),
                                                MoneyJson.of(one.before(), currency),
                                                MoneyJson.of(one.change(), currency),
                                                MoneyJson.of(one.after(), currency)))
                        .toList(),
                rehearsed.inTheWay().stream()
                        .map(one -> new InTheWayJson(one.kind(), one.id(), one.names()))
                        .toList());
    }
}
