package org.homeroom.ledger;

import java.util.List;

/** Whether a statement that is shown whole adds up, by the balance that each entry left. */
final class StatementProof {

    private StatementProof() {}

    /**
     * Tells whether each entry starts from what the one before it left, the first of an account's
     * life from nothing, and the last leaves what the account holds. An entry may have come after
     * the balance was read, so that of the newest ones any may have left it.
     */
    static boolean holds(Why why) {
        // The newest first.
        List<EntryRow> rows = why.entries().stream().map(WhyEntry::entry).toList();
        if (rows.isEmpty()) {
            return why.opening() == why.closing();
        }
        for (int i = 1; i < rows.size(); i++) {
            EntryRow later = rows.get(i - 1);
            if (rows.get(i).balanceAfter() + later.amount() != later.balanceAfter()) {
                return false;
            }
        }
        EntryRow first = rows.get(rows.size() - 1);
        boolean begins = why.from() != null || first.balanceAfter() == first.amount();
        boolean ends =
                why.to() != null
                        || rows.stream().anyMatch(row -> row.balanceAfter() == why.closing());
        return begins && ends;
    }
}
