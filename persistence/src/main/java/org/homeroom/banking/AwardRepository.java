package org.homeroom.banking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.homeroom.roster.SeatNames;
import org.homeroom.tenancy.TenantSql;

/**
 * Weighs rewards, fines and payments before they are given, and finds what was given in one act: an
 * entry's key is {@code kind:act:student}, with {@code :cover} or {@code :fee} for what came with
 * it (migration V0141).
 */
@ApplicationScoped
public class AwardRepository {

    /** How many of a class's newest entries are looked at for what was given lately. */
    private static final int NEWEST = 3000;

    @Inject TenantSql sql;
    @Inject SeatNames names;

    /** Computes what the move would do to each of its students, in order; nothing is booked. */
    public List<AwardLine> weigh(MoneyMove move) {
        return sql.list(
                "select * from banking_outcome(?, ?, ?, ?, ?) order by turn",
                row ->
                        new AwardLine(
                                row.getObject("student_id", UUID.class),
                                row.getLong("amount"),
                                row.getLong("holds"),
                                row.getLong("held"),
                                row.getLong("spare"),
                                row.getLong("fee"),
                                row.getString("outcome")),
                move.classId(),
                move.account(),
                students(move),
                move.shares().stream().map(MoneyMove.Share::amount).toArray(Long[]::new),
                move.kind());
    }

    /**
     * Keeps the class's rules and the students' balances as they are until the transaction ends,
     * but for what it does itself. Accounts are taken in the order in which a move takes them.
     */
    public void hold(MoneyMove move) {
        sql.list(
                "select class_id from banking_settings where class_id = ? for share",
                row -> row.getObject("class_id", UUID.class),
                move.classId());
        sql.list(
                """
                select id from ledger_account
                  where book_id = ? and owner_id = any (?) and kind in ('checking', 'savings')
                  order by id for no key update
                """,
                row -> row.getObject("id", UUID.class),
                move.classId(),
                students(move));
    }

    /** Counts for how many of its students it was booked before. */
    public int booked(MoneyMove move) {
        return sql.list(
                        """
                        select e.id from unnest(?) x (student)
                          join ledger_entry e on e.school_id = current_school()
                            and e.idempotency_key = ? || ':' || x.student
                        """,
                        row -> row.getObject("id", UUID.class),
                        students(move),
                        move.key())
                .size();
    }

    /** Lists what was given in a class lately, the newest first. */
    public List<GivenAward> lately(UUID classId, int limit) {
        return lately(classId, limit, NEWEST);
    }

    // The oldest act of a full window may have begun before it, with students who are not in it.
    List<GivenAward> lately(UUID classId, int limit, int window) {
        return sql.list(
                """
                with newest as (select * from ledger_entry where book_id = ? order by id desc limit ?),
                  acts as (
                    select split_part(e.idempotency_key, ':', 2)::uuid as act, e.kind, a.kind as account,
                        min(e.description) as reason, min(e.recorded_at) as at, count(*) as students,
                        sum(p.amount)::bigint as total, count(r.id) as taken_back,
                        min(e.id::text) as first
                      from newest e
                      join ledger_posting p on p.school_id = e.school_id and p.book_id = e.book_id
                        and p.entry_id = e.id
                      join ledger_account a on a.school_id = p.school_id and a.id = p.account_id
                        and a.tracked
                      left join ledger_entry r on r.school_id = e.school_id and r.reversal_of = e.id
                      where e.kind in ('reward', 'fine', 'payment')
                        and e.idempotency_key ~ '^[a-z]+:[0-9a-f-]{36}:[0-9a-f-]{36}$'
                      group by 1, e.kind, a.kind)
                select * from acts
                  where (select count(*) from newest) < ? or first > (select min(first) from acts)
                  order by at desc, act limit ?
                """,
                row ->
                        new GivenAward(
                                row.getObject("act", UUID.class),
                                AwardKind.of(row.getString("kind")).orElseThrow(),
                                row.getString("account"),
                                row.getString("reason"),
                                TenantSql.instant(row, "at"),
                                row.getInt("students"),
                                row.getLong("total"),
                                row.getInt("taken_back")),
                classId,
                window,
                window,
                limit);
    }

    /** Lists the entries of an act in a class, taken back ones too; none for an unknown act. */
    public List<AwardEntry> entries(UUID classId, UUID act) {
        return sql.list(
                """
                select e.id, part.word as part, kind.word as award, a.kind as account, own.owner_id,
                    n.id as seat_id, n.first_name, n.last_initial, e.description, p.amount,
                    p.balance_after, e.recorded_at, r.id as reversed_by
                  from ledger_account own
                  cross join (values ('reward'), ('fine'), ('payment')) kind (word)
                  cross join (values (''), ('cover'), ('fee')) part (word)
                  join ledger_entry e on e.school_id = own.school_id and e.book_id = own.book_id
                    and e.idempotency_key = concat_ws(':', kind.word, ?::text, own.owner_id,
                      nullif(part.word, ''))
                  join ledger_posting p on p.school_id = e.school_id and p.book_id = e.book_id
                    and p.entry_id = e.id
                  join ledger_account a on a.school_id = p.school_id and a.id = p.account_id
                    and a.tracked and (a.kind = 'checking' or part.word = '')
                  left join ledger_entry r on r.school_id = e.school_id and r.reversal_of = e.id
                  left join roster_seat n on n.school_id = own.school_id
                    and n.class_id = own.book_id and n.student_id = own.owner_id
                  where own.book_id = ? and own.kind = 'checking' and own.owner_id is not null
                  order by own.owner_id, e.id
                """,
                this::entry,
                act.toString(),
                classId);
    }

    private AwardEntry entry(ResultSet row) throws SQLException {
        return new AwardEntry(
                row.getObject("id", UUID.class),
                row.getString("part"),
                AwardKind.of(row.getString("award")).orElseThrow(),
                row.getString("account"),
                row.getObject("owner_id", UUID.class),
                names.inShort(row),
                row.getString("description"),
                row.getLong("amount"),
                row.getLong("balance_after"),
                TenantSql.instant(row, "recorded_at"),
                row.getObject("reversed_by", UUID.class));
    }

    private static UUID[] students(MoneyMove move) {
        return move.shares().stream().map(MoneyMove.Share::studentId).toArray(UUID[]::new);
    }
}
