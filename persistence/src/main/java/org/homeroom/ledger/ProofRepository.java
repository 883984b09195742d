package org.homeroom.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.tenancy.TenantDatabase;

/** Seals the journal, recomputes it and keeps what was found (migration V0031). */
@ApplicationScoped
public class ProofRepository {

    @Inject TenantDatabase database;

    /** Seals at most so many entries of finished transactions. */
    public SealedRun sealNext(int limit) {
        return LedgerSql.list(
                        database,
                        "select sealed, head_position, encode(head_digest, 'hex') as digest"
                                + " from ledger_seal_next(?)",
                        row ->
                                new SealedRun(
                                        row.getInt("sealed"),
                                        row.getLong("head_position"),
                                        row.getString("digest")),
                        limit)
                .get(0);
    }

    /** Takes the day's snapshot of the untracked accounts; a second call on a day does nothing. */
    public long takeSnapshot(LocalDate day) {
        return LedgerSql.list(
                        database,
                        "select ledger_take_snapshot(?) as taken",
                        row -> row.getLong("taken"),
                        day)
                .get(0);
    }

    /** Recomputes at most so many seals after the check. */
    public ChainCheck proveChain(ChainCheck from, int limit) {
        return LedgerSql.list(
                        database,
                        "select reached, digest, breach from ledger_prove_chain(?, ?::bytea, ?)",
                        row ->
                                new ChainCheck(
                                        row.getLong("reached"),
                                        row.getBytes("digest"),
                                        row.getString("breach")),
                        from.reached(),
                        from.digest(),
                        limit)
                .get(0);
    }

    /** Looks for the first contradiction outside the chain; null when there is none. */
    public String proveSums() {
        return LedgerSql.list(
                        database,
                        "select ledger_prove_sums() as breach",
                        row -> row.getString("breach"))
                .get(0);
    }

    /** Returns the newest seal; empty before the first sealing. */
    public Optional<ChainHead> head() {
        return LedgerSql.list(
                        database,
                        "select position, encode(digest, 'hex') as digest, sealed_at"
                                + " from ledger_chain_head",
                        row ->
                                new ChainHead(
                                        row.getLong("position"),
                                        row.getString("digest"),
                                        LedgerSql.instant(row, "sealed_at")))
                .stream()
                .findFirst();
    }

    /** Keeps what a proof found. */
    public void record(UUID school, UUID id, ChainCheck chain, String breach) {
        LedgerSql.change(
                database,
                """
                insert into ledger_proof
                    (school_id, id, entries, unsealed, position, digest, breach)
                  select ?, ?, n.entries, n.entries - n.seals, ?, ?, ?
                    from (select (select count(*) from ledger_entry) entries,
                      (select count(*) from ledger_seal) seals) n
                """,
                school,
                id,
                chain.reached(),
                chain.digest(),
                breach);
    }

    /** Returns the newest proof. */
    public Optional<Proof> newest() {
        return LedgerSql.list(
                        database,
                        """
                        select proved_at, entries, unsealed, position, digest, breach
                          from ledger_proof order by proved_at desc limit 1
                        """,
                        row ->
                                new Proof(
                                        LedgerSql.instant(row, "proved_at"),
                                        row.getLong("entries"),
                                        row.getLong("unsealed"),
                                        row.getLong("position"),
                                        HexFormat.of().formatHex(row.getBytes("digest")),
                                        row.getString("breach")))
                .stream()
                .findFirst();
    }

    /** Sums what all accounts hold, by currency and kind. */
    public List<BalanceTotal> trialBalance() {
        return LedgerSql.list(
                database,
                """
                select currency, kind, count(*) as accounts, sum(balance)::bigint as balance
                  from ledger_balance group by currency, kind order by currency, kind
                """,
                row ->
                        new BalanceTotal(
                                row.getString("currency"),
                                row.getString("kind"),
                                row.getLong("accounts"),
                                row.getLong("balance")));
    }

    /** Sums both sides of every book. */
    public List<BookTotal> bookTotals() {
        return LedgerSql.list(
                database,
                """
                select book_id, currency, count(*) as accounts,
                    coalesce(-sum(balance) filter (where balance < 0), 0)::bigint as debit,
                    coalesce(sum(balance) filter (where balance > 0), 0)::bigint as credit
                  from ledger_balance group by book_id, currency
                """,
                row ->
                        new BookTotal(
                                LedgerSql.uuid(row, "book_id"),
                                row.getString("currency"),
                                row.getLong("accounts"),
                                row.getLong("debit"),
                                row.getLong("credit")));
    }
}
