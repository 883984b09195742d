package org.homeroom.ledger;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.roster.SeatNames;
import org.homeroom.tenancy.TenantDatabase;

/** Sets money aside and gives it free, while the account is held (migration V0033). */
@ApplicationScoped
public class HoldRepository {

    private static final String ROWS =
            """
            select h.id, h.book_id, h.account_id, a.owner_id, h.amount, b.currency, h.reason,
                h.placed_at, h.expires_at, h.ended_at, h.entry_id,
                case when h.state = 'held' and h.expires_at <= now() then 'expired' else h.state end
                  as state,
                s.id as seat_id, s.first_name, s.last_initial
              from ledger_hold h
              join ledger_book b on b.school_id = h.school_id and b.id = h.book_id
              join ledger_account a on a.school_id = h.school_id and a.id = h.account_id
              left join roster_seat s on s.school_id = h.school_id and s.class_id = h.book_id
                and s.student_id = a.owner_id
            """;

    @Inject TenantDatabase database;
    @Inject SeatNames names;

    /**
     * What became of an attempt to set aside.
     *
     * @param outcome {@code held}, {@code known} or {@code short}
     * @param free what is there to be set aside or spent, in minor units
     */
    public record Placed(String outcome, long free) {}

    /**
     * What became of an attempt to end a hold.
     *
     * @param outcome {@code released}, {@code captured}, {@code expired} or {@code ended}
     */
    public record Ended(String outcome, @Nullable UUID entryId) {}

    /**
     * Sets an amount aside, once per id.
     *
     * @throws IdempotencyConflict when the id was used for another hold
     */
    public Placed place(
            UUID hold, UUID account, long amount, String reason, Instant expires, UUID by) {
        return LedgerSql.list(
                        database,
                        "select outcome, free from ledger_hold_place(?, ?, ?, ?, ?, ?)",
                        row -> new Placed(row.getString("outcome"), row.getLong("free")),
                        hold,
                        account,
                        amount,
                        reason,
                        expires,
                        by)
                .get(0);
    }

    /**
     * Gives the amount free, or takes some of it for the class.
     *
     * @param take how much is captured, in minor units; null for nothing
     * @throws InsufficientFunds when the account does not hold it any more
     */
    public Ended end(UUID hold, @Nullable Long take, UUID by) {
        return LedgerSql.list(
                        database,
                        "select outcome, entry from ledger_hold_end(?, ?::bigint, ?)",
                        row -> new Ended(row.getString("outcome"), LedgerSql.uuid(row, "entry")),
                        hold,
                        take,
                        by)
                .get(0);
    }

    /** Finds a hold. */
    public Optional<Hold> byId(UUID hold) {
        return LedgerSql.list(database, ROWS + "where h.id = ?", this::row, hold).stream()
                .findFirst();
    }

    /** Lists a class's holds, the newest first. */
    public List<Hold> ofBook(UUID book, int limit) {
        return LedgerSql.list(
                database,
                ROWS + "where h.book_id = ? order by h.placed_at desc, h.id limit ?",
                this::row,
                book,
                limit);
    }

    /** Lists what is set aside on an account now, what ends first on top. */
    public List<Hold> live(UUID account) {
        return LedgerSql.list(
                database,
                ROWS
                        + """
                          where h.account_id = ? and h.state = 'held' and h.expires_at > now()
                          order by h.expires_at, h.id
                          """,
                this::row,
                account);
    }

    private Hold row(ResultSet row) throws SQLException {
        return new Hold(
                LedgerSql.uuid(row, "id"),
                LedgerSql.uuid(row, "book_id"),
                LedgerSql.uuid(row, "account_id"),
                LedgerSql.uuid(row, "owner_id"),
                names.inShort(row),
                row.getLong("amount"),
                row.getString("currency"),
                row.getString("reason"),
                LedgerSql.instant(row, "placed_at"),
                LedgerSql.instant(row, "expires_at"),
                row.getString("state"),
                LedgerSql.instant(row, "ended_at"),
                LedgerSql.uuid(row, "entry_id"));
    }
}
