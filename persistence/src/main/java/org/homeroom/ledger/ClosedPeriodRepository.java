package org.homeroom.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.tenancy.TenantDatabase;

/** Closes books up to a day and keeps what they ended with (migration V0034). */
@ApplicationScoped
public class ClosedPeriodRepository {

    private static final String ROWS =
            """
            select id, book_id, through, until, entries, position, encode(seal, 'hex') as seal,
                encode(digest, 'hex') as digest, closed_at, reopened_at, reopen_reason
              from ledger_closed_period
            """;

    @Inject TenantDatabase database;

    /**
     * Closes a book.
     *
     * @return {@code closed}, {@code early}, {@code before} or {@code busy}
     */
    public String close(UUID period, UUID book, LocalDate through, ZoneId zone, UUID by) {
        return LedgerSql.list(
                        database,
                        "select ledger_close(?, ?, ?, ?, ?) as outcome",
                        row -> row.getString("outcome"),
                        period,
                        book,
                        through,
                        zone.getId(),
                        by)
                .get(0);
    }

    /**
     * Returns when the class of a book opened, when that is after the day that follows the given
     * one and nothing was posted until then; a take-over may have posted before it opened.
     */
    public Optional<LocalDate> opensAfter(UUID book, LocalDate day, ZoneId zone) {
        return LedgerSql.list(
                        database,
                        """
                        select (c.created_at at time zone ?)::date as opened from roster_class c
                          where c.id = ? and (c.created_at at time zone ?)::date - 1 > ?
                            and not exists (select from ledger_entry e
                              where e.school_id = c.school_id and e.book_id = c.id
                                and (e.recorded_at at time zone ?)::date <= ?)
                        """,
                        row -> row.getObject("opened", LocalDate.class),
                        zone.getId(),
                        book,
                        zone.getId(),
                        day,
                        zone.getId(),
                        day)
                .stream()
                .findFirst();
    }

    /** Opens a closed period again; false when it is open. */
    public boolean reopen(UUID period, String reason, UUID by) {
        return LedgerSql.change(
                        database,
                        """
                        update ledger_closed_period
                          set reopened_at = now(), reopened_by = ?, reopen_reason = ?
                          where id = ? and reopened_at is null
                        """,
                        by,
                        reason,
                        period)
                == 1;
    }

    /** Finds a period. */
    public Optional<ClosedPeriod> byId(UUID period) {
        return LedgerSql.list(database, ROWS + "where id = ?", ClosedPeriodRepository::row, period)
                .stream()
                .findFirst();
    }

    /** Lists a book's periods, the latest first, with those that were reopened. */
    public List<ClosedPeriod> ofBook(UUID book) {
        return LedgerSql.list(
                database,
                ROWS + "where book_id = ? order by through desc, closed_at desc",
                ClosedPeriodRepository::row,
                book);
    }

    /** Returns what the accounts held at the end of a period, by account, in minor units. */
    public Map<UUID, Long> balances(UUID period) {
        Map<UUID, Long> found = new LinkedHashMap<>();
        LedgerSql.list(
                database,
                "select account_id, balance from ledger_closing_balance where period_id = ?",
                row -> found.put(LedgerSql.uuid(row, "account_id"), row.getLong("balance")),
                period);
        return found;
    }

    /** Looks for the first period of the school that does not prove itself; empty for none. */
    public Optional<String> breach() {
        return Optional.ofNullable(
                LedgerSql.list(
                                database,
                                "select ledger_prove_closings() as breach",
                                row -> row.getString("breach"))
                        .get(0));
    }

    private static ClosedPeriod row(ResultSet row) throws SQLException {
        return new ClosedPeriod(
                LedgerSql.uuid(row, "id"),
                LedgerSql.uuid(row, "book_id"),
                row.getObject("through", LocalDate.class),
                LedgerSql.instant(row, "until"),
                row.getLong("entries"),
                LedgerSql.number(row, "position"),
                row.getString("seal"),
                row.getString("digest"),
                LedgerSql.instant(row, "closed_at"),
                LedgerSql.instant(row, "reopened_at"),
                row.getString("reopen_reason"));
    }
}
