package org.homeroom.banking;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.roster.SeatNames;
import org.homeroom.tenancy.TenantSql;

/** Asks for, pays out, ends and reads loans (migration V0110). */
@ApplicationScoped
public class LoanRepository {

    private static final String SELECT =
            """
            select l.*, s.id as seat_id, s.first_name, s.last_initial, d.owed, d.accrued, d.missed,
                d.next_due, d.next_amount
              from banking_loan l
              left join roster_seat s on s.school_id = l.school_id and s.class_id = l.class_id
                and s.student_id = l.student_id
              cross join lateral (
                select coalesce(sum(i.principal), 0) as owed,
                    coalesce(sum(i.interest) filter (where i.due_on <= ?), 0) as accrued,
                    count(i.missed_by) as missed, min(i.due_on) as next_due,
                    (array_agg(i.principal + i.interest order by i.number))[1] as next_amount
                  from banking_instalment i
                  where i.school_id = l.school_id and i.loan_id = l.id and i.state = 'due'
                    and l.state = 'running') d
            """;

    @Inject TenantSql sql;
    @Inject SeatNames names;

    /** Returns what a loan would cost a student. */
    public LoanQuote quote(UUID classId, UUID student, long amount, BankProduct product) {
        return quote(classId, student, amount, product.rateMicros(), product.weeks());
    }

    /** Counts the loans of a class that wait for an answer. */
    public int waiting(UUID classId) {
        return sql.list(
                        "select count(*)::int from banking_loan where class_id = ? and state = 'asked'",
                        row -> row.getInt(1),
                        classId)
                .get(0);
    }

    /** Returns what a loan that was asked for would cost. */
    public LoanQuote quote(Loan loan) {
        return quote(
                loan.classId(), loan.studentId(), loan.amount(), loan.rateMicros(), loan.weeks());
    }

    private LoanQuote quote(UUID classId, UUID student, long amount, long rate, int weeks) {
        return sql.list(
                        "select * from banking_loan_quote(?, ?, ?, ?, ?)",
                        row ->
                                new LoanQuote(
                                        row.getLong("instalment"),
                                        row.getLong("interest"),
                                        row.getLong("income"),
                                        row.getLong("others"),
                                        TenantSql.instant(row, "negative_since"),
                                        row.getInt("cycle_days")),
                        classId,
                        student,
                        amount,
                        rate,
                        weeks)
                .get(0);
    }

    /**
     * Holds a student's accounts in the class until the transaction ends, so that what speaks
     * against a loan cannot change before it is paid out.
     */
    public void hold(UUID classId, UUID student) {
        sql.list(
                "select banking_hold_accounts(?, array[?::uuid])",
                row -> row.getObject(1),
                classId,
                student);
    }

    /**
     * Asks for a loan; false when the student waits for an answer to another wish, or the id was
     * used.
     */
    public boolean ask(
            UUID id, UUID student, BankProduct product, long amount, String purpose, Instant now) {
        return sql.update(
                        """
                        insert into banking_loan (school_id, id, class_id, student_id, product_id,
                            title, amount, rate_micros, weeks, purpose, state, asked_at)
                          values (current_school(), ?, ?, ?, ?, ?, ?, ?, ?, ?, 'asked', ?)
                          on conflict do nothing
                        """,
                        id,
                        product.classId(),
                        student,
                        product.id(),
                        product.title(),
                        amount,
                        product.rateMicros(),
                        product.weeks(),
                        purpose,
                        now)
                == 1;
    }

    /**
     * Pays a wish out, its first instalment due in a week.
     *
     * @param by who approved it; null when the rules did
     * @return false when it was decided meanwhile
     */
    public boolean payOut(UUID id, @Nullable UUID by, LocalDate today, Instant now) {
        return sql.list(
                        "select banking_loan_pay_out(?, ?::uuid, null, ?, ?) as done",
                        row -> row.getBoolean("done"),
                        id,
                        by,
                        today,
                        now)
                .get(0);
    }

    /** Refuses a wish; false when it was decided meanwhile. */
    public boolean refuse(UUID id, UUID by, String reason, Instant now) {
        return sql.update(
                        """
                        update banking_loan
                          set state = 'refused', decided_by = ?, decided_at = ?, reason = ?
                          where id = ? and state = 'asked'
                        """,
                        by,
                        now,
                        reason,
                        id)
                == 1;
    }

    /**
     * Takes what a person wrote off all wishes, and ends the ones that nobody has decided.
     *
     * @return how many wishes had such words
     */
    public int forget(UUID student, Instant now) {
        return sql.update(
                """
                update banking_loan
                  set purpose = '-',
                    decided_at = case when state = 'asked' then ? else decided_at end,
                    state = case when state = 'asked' then 'refused' else state end
                  where student_id = ? and purpose <> '-'
                """,
                now,
                student);
    }

    /** Pays a loan off out of checking. */
    public LoanEnd payOff(UUID id, UUID by, LocalDate today, Instant now) {
        return end(id, false, null, by, today, now);
    }

    /** Writes off what is owed of a loan. */
    public LoanEnd writeOff(UUID id, String reason, UUID by, LocalDate today, Instant now) {
        return end(id, true, reason, by, today, now);
    }

    private LoanEnd end(
            UUID id,
            boolean writeOff,
            @Nullable String reason,
            UUID by,
            LocalDate today,
            Instant now) {
        return sql.list(
                        "select * from banking_loan_end(?, ?, ?::text, ?, ?, ?)",
                        row ->
                                new LoanEnd(
                                        row.getString("outcome"),
                                        row.getObject("entry", UUID.class),
                                        row.getLong("amount"),
                                        row.getLong("holds")),
                        id,
                        writeOff,
                        reason,
                        by,
                        today,
                        now)
                .get(0);
    }

    /**
     * Finds a loan.
     *
     * @param today decides which weeks have come
     */
    public Optional<Loan> byId(UUID id, LocalDate today) {
        return sql.list(SELECT + "where l.id = ?", this::read, today, id).stream().findFirst();
    }

    /** Lists a class's loans: wishes first, then by the newest. */
    public List<Loan> ofClass(UUID classId, LocalDate today) {
        return sql.list(
                SELECT
                        + "where l.class_id = ? order by l.state <> 'asked', l.state <> 'running',"
                        + " l.asked_at desc, l.id desc",
                this::read,
                today,
                classId);
    }

    /** Lists a student's loans of a class, the newest first. */
    public List<Loan> ofStudent(UUID classId, UUID student, LocalDate today) {
        return sql.list(
                SELECT
                        + "where l.class_id = ? and l.student_id = ?"
                        + " order by l.asked_at desc, l.id desc",
                this::read,
                today,
                classId,
                student);
    }

    /** Lists the weeks of a loan that was paid out. */
    public List<Instalment> instalments(UUID loanId) {
        return sql.list(
                """
                select number, due_on, principal, interest, state, entry_id,
                    missed_by is not null as missed
                  from banking_instalment where loan_id = ? order by number
                """,
                row ->
                        new Instalment(
                                row.getInt("number"),
                                row.getObject("due_on", LocalDate.class),
                                row.getLong("principal"),
                                row.getLong("interest"),
                                row.getString("state"),
                                row.getObject("entry_id", UUID.class),
                                row.getBoolean("missed")),
                loanId);
    }

    private Loan read(ResultSet row) throws SQLException {
        return new Loan(
                row.getObject("id", UUID.class),
                row.getObject("class_id", UUID.class),
                row.getObject("student_id", UUID.class),
                names.inShort(row),
                row.getObject("product_id", UUID.class),
                row.getString("title"),
                row.getLong("amount"),
                row.getLong("rate_micros"),
                row.getInt("weeks"),
                row.getString("purpose"),
                row.getString("state"),
                TenantSql.instant(row, "asked_at"),
                TenantSql.instant(row, "decided_at"),
                row.getString("reason"),
                row.getLong("owed"),
                row.getLong("accrued"),
                row.getInt("missed"),
                row.getObject("next_due", LocalDate.class),
                row.getLong("next_amount"));
    }
}
