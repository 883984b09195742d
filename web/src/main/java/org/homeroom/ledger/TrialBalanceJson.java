package org.homeroom.ledger;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.homeroom.kernel.MoneyJson;

/**
 * The trial balance on the wire: sums per kind of account, and a total of each currency, all zero.
 */
public record TrialBalanceJson(boolean balanced, List<LineJson> lines, List<MoneyJson> totals) {

    /** All accounts of one kind. */
    public record LineJson(String kind, long accounts, MoneyJson balance) {}

    static TrialBalanceJson of(List<BalanceTotal> rows) {
        Map<String, Long> totals = new TreeMap<>();
        rows.forEach(row -> totals.merge(row.currency(), row.balance(), Long::sum));
        return new TrialBalanceJson(
                totals.values().stream().allMatch(total -> total == 0),
                rows.stream()
                        .map(
                                row ->
                                        new LineJson(
                                                row.accountKind(),
                                                row.accounts(),
                                                MoneyJson.of(row.balance(), row.currency())))
                        .toList(),
                totals.entrySet().stream()
                        .map(total -> MoneyJson.of(total.getValue(), total.getKey()))
                        .toList());
    }
}
