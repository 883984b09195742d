package org.homeroom.payroll;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * The least that pays a class by the books: from taps to entries, postings, balances and paid-through
 * instants in one statement. No rehearsal, no lines, no restart, nothing checked.
 */
final class OneStatement {

    private static final String PAY =
            """
            with person as (
              select seat.student_id, coalesce(paid.through, '-infinity') since
                from roster_seat seat
                left join attendance_paid_through paid
                  on paid.school_id = seat.school_id and paid.class_id = seat.class_id
                     and paid.student_id = seat.student_id
                where seat.school_id = current_school() and seat.class_id = ?
                  and seat.student_id is not null
            ), turn as (
              select t.student_id, t.action, t.at,
                  lag(t.action, 1, 'out') over (partition by t.student_id order by t.at) before
                from person
                join attendance_tap_effective t
                  on t.school_id = current_school() and t.class_id = ?
                     and t.student_id = person.student_id
                where t.at > person.since and t.at <= ?
            ), time as (
              select student_id,
                  payroll_amount(floor(extract(epoch from sum(
                    case action when 'in' then ? - at else at - ? end)))::bigint, 250000) amount
                from turn where action <> before group by student_id
            ), pay as materialized (
              select ledger_next_id() entry, gen_random_uuid() cause, time.student_id, time.amount,
                  mine.id account, mine.balance, mine.version, theirs.id expense
                from time
                join ledger_account mine
                  on mine.school_id = current_school() and mine.book_id = ?
                     and mine.kind = 'checking' and mine.owner_id = time.student_id
                cross join (
                  select id from ledger_account
                    where school_id = current_school() and book_id = ? and kind = 'pay_expense') theirs
                where time.amount > 0
            ), entries as (
              insert into ledger_entry (school_id, book_id, id, idempotency_key, request_hash, kind,
                  description, cause_type, cause_id)
                select current_school(), ?, entry, 'pay:' || cause,
                    ledger_request_hash(?, 'pay', 'Pay for time in class', 'pay_line', cause, null,
                      account || ' ' || amount || ',' || expense || ' ' || -amount),
                    'pay', 'Pay for time in class', 'pay_line', cause
                  from pay
            ), postings as (
              insert into ledger_posting (school_id, book_id, entry_id, line, account_id, amount,
                  balance_after, account_version)
                select current_school(), ?, pay.entry, p.*
                  from pay
                  cross join lateral (values
                    (1, account, amount, balance + amount, version + 1),
                    (2, expense, -amount, null, null)) p
            ), balances as (
              update ledger_account a set balance = pay.balance + amount, version = pay.version + 1
                from pay where a.school_id = current_school() and a.id = pay.account
            ), anchors as (
              insert into attendance_paid_through (school_id, class_id, student_id, through, pay_run_id)
                select current_school(), ?, student_id, ?, ? from pay
            )
            select sum(amount) from pay
            """;

    private OneStatement() {}

    /** Pays everyone in the connection's transaction and returns the sum in minor units. */
    static long pay(Connection app, UUID classId, Instant through) throws SQLException {
        try (PreparedStatement statement = app.prepareStatement(PAY)) {
            Object at = through.atOffset(ZoneOffset.UTC);
            Object[] given = {
                classId, classId, at, at, at, classId, classId, classId, classId, classId, classId, at,
                UUID.randomUUID()
            };
            for (int i = 0; i < given.length; i++) {
                statement.setObject(i + 1, given[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
