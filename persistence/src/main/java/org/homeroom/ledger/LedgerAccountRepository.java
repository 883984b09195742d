package org.homeroom.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.kernel.Ids;
import org.homeroom.kernel.Money;
import org.homeroom.roster.SeatNames;
import org.homeroom.tenancy.TenantDatabase;
import org.homeroom.tenancy.TenantSql;

/** Opens and reads books and accounts. */
@ApplicationScoped
public class LedgerAccountRepository {

    private static final String ROWS =
            """
            select b.account_id, b.book_id, b.class_id, b.kind, b.owner_id, b.currency, b.tracked,
                b.balance, b.held, b.version, s.id as seat_id, s.first_name, s.last_initial
              from ledger_balance b
              left join roster_seat s on s.school_id = b.school_id and s.class_id = b.class_id
                and s.student_id = b.owner_id
            """;

    // What a person looks for first.
    private static final String KINDS =
            ", array_position(array['checking', 'savings'], b.kind), b.kind";

    @Inject TenantDatabase database;
    @Inject TenantSql sql;
    @Inject SeatNames names;

    /** Opens the class's book unless it is there. The book's id is the class's. */
    public void openBook(UUID school, UUID classId, String currency) {
        LedgerSql.change(
                database,
                """
                insert into ledger_book (school_id, id, class_id, kind, currency)
                  values (?, ?, ?, ?, ?) on conflict do nothing
                """,
                school,
                classId,
                classId,
                Money.TOKENS.equals(currency) ? "token" : "real",
                currency);
    }

    /**
     * Opens an account in the class's book unless it is there.
     *
     * @param ownerId the person; null opens an untracked account of the class, which may be
     *     negative
     */
    public void open(UUID school, UUID classId, String kind, UUID ownerId) {
        LedgerSql.change(
                database,
                """
                insert into ledger_account
                    (school_id, id, book_id, class_id, kind, owner_id, tracked, allow_negative)
                  values (?, ?, ?, ?, ?, ?::uuid, ?, ?) on conflict do nothing
                """,
                school,
                Ids.next(),
                classId,
                classId,
                kind,
                ownerId,
                ownerId != null,
                ownerId == null);
    }

    /**
     * Opens, in sets, the books and accounts that classes and their seated students do not have.
     *
     * @param systemKinds what a class itself has
     * @param personalKinds what a student has
     */
    public void openAll(List<UUID> classIds, List<String> systemKinds, List<String> personalKinds) {
        UUID[] classes = classIds.toArray(UUID[]::new);
        sql.update(
                """
                insert into ledger_book (school_id, id, class_id, kind, currency)
                  select school_id, id, id, case when currency = 'TOK' then 'token' else 'real' end, currency
                    from roster_class where school_id = current_school() and id = any (?)
                  on conflict do nothing
                """,
                (Object) classes);
        sql.update(
                """
                insert into ledger_account
                    (school_id, id, book_id, class_id, kind, owner_id, tracked, allow_negative)
                  select c.school_id, gen_random_uuid(), c.id, c.id, k.kind, null, false, true
                    from roster_class c cross join unnest(?::text[]) as k (kind)
                   where c.school_id = current_school() and c.id = any (?)
                  on conflict do nothing
                """,
                systemKinds.toArray(String[]::new),
                classes);
        sql.update(
                """
                insert into ledger_account
                    (school_id, id, book_id, class_id, kind, owner_id, tracked, allow_negative)
                  select s.school_id, gen_random_uuid(), s.class_id, s.class_id, k.kind, s.student_id, true, false
                    from roster_seat s cross join unnest(?::text[]) as k (kind)
                   where s.school_id = current_school() and s.class_id = any (?) and s.student_id is not null
                  on conflict do nothing
                """,
                personalKinds.toArray(String[]::new),
                classes);
    }

    /** Finds the account of a person, or with null of the class itself. */
    public Optional<UUID> find(UUID classId, String kind, UUID ownerId) {
        return LedgerSql.list(
                        database,
                        """
                        select id from ledger_account
                          where book_id = ? and kind = ? and owner_id is not distinct from ?::uuid
                        """,
                        row -> LedgerSql.uuid(row, "id"),
                        classId,
                        kind,
                        ownerId)
                .stream()
                .findFirst();
    }

    /** Reads one account. */
    public Optional<AccountRow> byId(UUID accountId) {
        return LedgerSql.list(database, ROWS + "where b.account_id = ?", this::row, accountId)
                .stream()
                .findFirst();
    }

    /** Lists a class's accounts, its own first, then its students' by name. */
    public List<AccountRow> ofClass(UUID classId) {
        return LedgerSql.list(
                        database,
                        ROWS
                                + "where b.class_id = ? order by b.owner_id is not null, b.owner_id"
                                + KINDS,
                        this::row,
                        classId)
                .stream()
                .sorted(
                        Comparator.comparing(
                                account ->
                                        account.ownerName() == null
                                                ? ""
                                                : SeatNames.order(account.ownerName(), "")))
                .toList();
    }

    /** Adds up the accounts of each student of a class, in no order. */
    public List<StudentFunds> funds(UUID classId) {
        return LedgerSql.list(
                database,
                """
                select owner_id, sum(balance)::bigint as balance,
                    (array_agg(id) filter (where kind = 'checking'))[1] as account_id
                  from ledger_account where class_id = ? and owner_id is not null and tracked
                  group by owner_id
                """,
                row ->
                        new StudentFunds(
                                LedgerSql.uuid(row, "owner_id"),
                                LedgerSql.uuid(row, "account_id"),
                                row.getLong("balance")),
                classId);
    }

    /** Lists a person's accounts of all classes, checking before savings before others. */
    public List<AccountRow> ofOwner(UUID ownerId) {
        return LedgerSql.list(
                database,
                ROWS + "where b.owner_id = ? order by b.class_id" + KINDS,
                this::row,
                ownerId);
    }

    /** Counts the entries that touch a person's accounts. */
    public long countEntries(UUID ownerId) {
        return sql.list(
                        """
                        select count(*) from ledger_posting p
                          join ledger_account a on a.school_id = p.school_id and a.id = p.account_id
                         where a.school_id = current_school() and a.owner_id = ?
                        """,
                        row -> row.getLong(1),
                        ownerId)
                .get(0);
    }

    /** Sums what the people of a book have earned; moving money is no earning. */
    public Map<UUID, Long> earnings(UUID bookId) {
        Map<UUID, Long> found = new HashMap<>();
        sql.list(
                """
                select a.owner_id, sum(p.amount)::bigint
                  from ledger_account a
                  join ledger_posting p on p.school_id = a.school_id and p.account_id = a.id
                  join ledger_entry e on e.school_id = p.school_id and e.book_id = p.book_id
                    and e.id = p.entry_id
                  left join ledger_entry o on o.school_id = e.school_id and o.book_id = e.book_id
                    and o.id = e.reversal_of
                 where a.school_id = current_school() and a.book_id = ? and a.owner_id is not null
                   and coalesce(o.kind, e.kind) in ('pay', 'pay_correction', 'reward', 'bonus', 'interest', 'payment')
                   and (e.reversal_of is null and p.amount > 0
                     or e.reversal_of is not null and p.amount < 0)
                 group by a.owner_id
                """,
                row -> found.put(row.getObject(1, UUID.class), row.getLong(2)),
                bookId);
        return found;
    }

    /** Counts the entries of a book. */
    public long countEntriesOfBook(UUID bookId) {
        return sql.list(
                        "select count(*) from ledger_entry where school_id = current_school() and book_id = ?",
                        row -> row.getLong(1),
                        bookId)
                .get(0);
    }

    private AccountRow row(ResultSet row) throws SQLException {
        return new AccountRow(
                LedgerSql.uuid(row, "account_id"),
                LedgerSql.uuid(row, "book_id"),
                LedgerSql.uuid(row, "class_id"),
                row.getString("kind"),
                LedgerSql.uuid(row, "owner_id"),
                names.inShort(row),
                row.getString("currency"),
                row.getBoolean("tracked"),
                row.getLong("balance"),
                row.getLong("held"),
                row.getLong("version"));
    }
}
