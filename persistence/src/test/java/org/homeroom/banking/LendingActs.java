package org.homeroom.banking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What students, teachers and the job do with loans and certificates of deposit, for the law over
 * all interleavings, and what must be true of them afterwards. Each way stands under the locks that
 * the services take.
 */
final class LendingActs {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Instant NOW = Instant.parse("2026-03-02T18:00:00Z");
    private static final int LOAN_WEEKS = 6;
    private static final int CERTIFICATE_WEEKS = 12;
    private static final int AT_ONCE = 5;
    private static final int TRIES = 20;

    private final BankTables tables;
    private final BankProduct loan;
    private final BankProduct certificate;

    LendingActs(BankTables tables) throws SQLException {
        this.tables = tables;
        loan = tables.product(BankProduct.LOAN, 300_000, LOAN_WEEKS, null);
        certificate = tables.product(BankProduct.CERTIFICATE, 20_000, CERTIFICATE_WEEKS, 50_000L);
    }

    /** Borrows once for the key; of some loans weeks have come already. */
    void borrow(String key, UUID student, long amount) {
        UUID id = id("loan" + key);
        tables.loans.hold(tables.classId, student);
        if (tables.loans.byId(id, TODAY).isPresent()) {
            return;
        }
        if (tables.loans.ask(id, student, loan, amount, "A bicycle", NOW)) {
            LocalDate since = TODAY.minusWeeks(amount % LOAN_WEEKS);
            assertTrue(tables.loans.payOut(id, tables.teacher, since, NOW));
        }
    }

    /** Pays some loan of the student off, or has it written off; maybe one that has ended. */
    void endLoan(UUID student, long some) {
        List<Loan> all = tables.loans.ofStudent(tables.classId, student, TODAY);
        if (all.isEmpty()) {
            return;
        }
        UUID one = all.get((int) (some % all.size())).id();
        if (some % 5 == 0) {
            tables.loans.writeOff(one, "Moved away", tables.teacher, TODAY, NOW);
        } else {
            tables.loans.payOff(one, student, TODAY, NOW);
        }
    }

    /** Locks savings once for the key; some have matured already. */
    void lock(String key, UUID student, long amount) {
        LocalDate since = amount % 2 == 0 ? TODAY.minusWeeks(CERTIFICATE_WEEKS) : TODAY;
        tables.certificates.open(id("cert" + key), student, certificate, amount, since, NOW);
    }

    /** Ends some certificate of the student, for its penalty before it matures; maybe again. */
    void unlock(UUID student, long some) {
        List<Certificate> all = tables.certificates.ofStudent(tables.classId, student);
        if (!all.isEmpty()) {
            tables.certificates.end(
                    all.get((int) (some % all.size())), TODAY, NOW.plusMillis(some));
        }
    }

    /**
     * Books what is due as the job does, in one transaction for a few students each; rehearses
     * again when somebody was quicker.
     */
    void bookDue(Connection kept) throws SQLException {
        UUID run = null;
        String outcome = "changed";
        for (int i = 0; i < TRIES && outcome.equals("changed"); i++) {
            run = UUID.randomUUID();
            outcome = claim(kept, run);
        }
        if (outcome.equals("running")) {
            pay(kept, run);
        }
    }

    private String claim(Connection kept, UUID run) throws SQLException {
        tables.inTransaction(
                kept,
                () -> {
                    tables.runs.rehearseDue(
                            run, tables.classId, "What is due", TODAY, tables.teacher, NOW);
                    return null;
                });
        return tables.inTransaction(kept, () -> tables.runs.claim(run, tables.teacher, NOW));
    }

    private void pay(Connection kept, UUID run) throws SQLException {
        while (tables.inTransaction(
                kept,
                () -> {
                    List<UUID> few = tables.runs.unpaid(run, AT_ONCE);
                    tables.runs.pay(run, few);
                    return !few.isEmpty();
                })) {}
        assertTrue(tables.inTransaction(kept, () -> tables.runs.finish(run, NOW)));
    }

    private UUID id(String of) {
        return UUID.nameUUIDFromBytes((tables.school + of).getBytes());
    }

    /**
     * Proves loans and certificates against the books.
     *
     * @return by how much interest, penalties and what was forgiven changed what people have
     */
    long prove(String seed) throws SQLException {
        // What is owed is what stands on the accounts; what is locked likewise.
        none(
                """
                select count(*) from ledger_account a
                  where a.owner_id is not null and a.kind in ('loan', 'certificate')
                    and a.balance <> case a.kind
                      when 'loan' then -(select coalesce(sum(i.principal), 0) from banking_loan l
                        join banking_instalment i on i.school_id = l.school_id and i.loan_id = l.id
                        where l.student_id = a.owner_id and i.state = 'due')
                      else (select coalesce(sum(c.amount), 0) from banking_certificate c
                        where c.student_id = a.owner_id and c.state = 'open') end
                """,
                seed);
        // Each loan was paid out once, and each week of it settled once, to its cent.
        none(
                """
                select count(*) from banking_loan l
                  where l.state not in ('running', 'repaid', 'written_off')
                    or (select count(*) from ledger_entry e
                      where e.kind = 'loan' and e.cause_id = l.id) <> 1
                    or l.amount <> (select sum(i.principal) from banking_instalment i
                      where i.school_id = l.school_id and i.loan_id = l.id)
                    or (l.state = 'running') <> exists (select from banking_instalment i
                      where i.school_id = l.school_id and i.loan_id = l.id and i.state = 'due')
                """,
                seed);
        none(
                """
                select count(*) from (
                  select i.entry_id, sum(i.principal) as paid from banking_instalment i
                    where i.state <> 'due' group by i.school_id, i.entry_id) s
                  where s.paid is distinct from (select sum(p.amount) from ledger_posting p
                    join ledger_account a on a.school_id = p.school_id and a.id = p.account_id
                    where p.entry_id = s.entry_id and a.kind = 'loan')
                """,
                seed);
        for (String happened :
                List.of(
                        "banking_loan where state = 'repaid'",
                        "banking_loan where state = 'written_off'",
                        "ledger_entry where kind = 'loan_payment'",
                        "banking_certificate where state = 'matured'",
                        "banking_certificate where state = 'ended'")) {
            assertTrue(
                    tables.number("select count(*) from " + happened) > 0, seed + ": " + happened);
        }
        return tables.number(
                """
                select (select coalesce(sum(case state when 'paid' then -interest
                      when 'forgiven' then principal else 0 end), 0) from banking_instalment)
                  + (select coalesce(sum(case state when 'matured' then interest
                      when 'ended' then -penalty else 0 end), 0) from banking_certificate)
                """);
    }

    private void none(String sql, String seed) throws SQLException {
        assertEquals(0, tables.number(sql), seed);
    }
}
