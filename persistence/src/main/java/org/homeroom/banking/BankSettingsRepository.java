package org.homeroom.banking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.homeroom.tenancy.TenantSql;

/** Reads and changes the rules of classes' banks (migration V0070). */
@ApplicationScoped
public class BankSettingsRepository {

    @Inject TenantSql sql;

    /** Returns the class's rules, or the defaults of a class without any. */
    public BankSettings of(UUID classId) {
        return sql.list("select * from banking_terms(?)", BankSettingsRepository::read, classId)
                .get(0);
    }

    /**
     * Stores the rules when the class's version is still the one they carry.
     *
     * @param now from when on the bank books by itself, if the rules say so and did not before
     * @return false when somebody changed them in between
     */
    public boolean store(UUID classId, BankSettings changed, Instant now) {
        return sql.update(
                        """
                        insert into banking_settings as s (school_id, class_id, rate_micros, rate_per,
                            method, compounding, payout, first_day, overdraft_protection,
                            overdraft_fees, overdraft_limit, fee_kind, fee_first, fee_second,
                            fee_later, fee_month_cap, transfers_allowed, transfer_day_limit,
                            books_at, books_since)
                          values (current_school(), ?, ?, ?, ?, ?, ?, ?::date, ?, ?, ?, ?, ?, ?, ?,
                            ?::bigint, ?, ?, ?::time, ?)
                          on conflict (school_id, class_id) do update
                            set rate_micros = excluded.rate_micros, rate_per = excluded.rate_per,
                              method = excluded.method, compounding = excluded.compounding,
                              payout = excluded.payout, first_day = excluded.first_day,
                              overdraft_protection = excluded.overdraft_protection,
                              overdraft_fees = excluded.overdraft_fees,
                              overdraft_limit = excluded.overdraft_limit,
                              fee_kind = excluded.fee_kind, fee_first = excluded.fee_first,
                              fee_second = excluded.fee_second, fee_later = excluded.fee_later,
                              fee_month_cap = excluded.fee_month_cap,
                              transfers_allowed = excluded.transfers_allowed,
                              transfer_day_limit = excluded.transfer_day_limit,
                              books_at = excluded.books_at,
                              books_since = case
                                when s.books_at is not distinct from excluded.books_at
                                then s.books_since else excluded.books_since end,
                              version = s.version + 1
                            where s.version = ?
                        """,
                        classId,
                        changed.rateMicros(),
                        changed.ratePer(),
                        changed.method(),
                        changed.compounding(),
                        changed.payout(),
                        changed.firstDay(),
                        changed.overdraftProtection(),
                        changed.overdraftFees(),
                        changed.overdraftLimit(),
                        changed.feeKind(),
                        changed.feeFirst(),
                        changed.feeSecond(),
                        changed.feeLater(),
                        changed.feeMonthCap(),
                        changed.transfersAllowed(),
                        changed.transferDayLimit(),
                        changed.booksAt(),
                        now,
                        changed.version())
                == 1;
    }

    private static BankSettings read(ResultSet row) throws SQLException {
        return new BankSettings(
                row.getLong("rate_micros"),
                row.getString("rate_per"),
                row.getString("method"),
                row.getString("compounding"),
                row.getString("payout"),
                row.getObject("first_day", LocalDate.class),
                row.getBoolean("overdraft_protection"),
                row.getBoolean("overdraft_fees"),
                row.getLong("overdraft_limit"),
                row.getString("fee_kind"),
                row.getLong("fee_first"),
                row.getLong("fee_second"),
                row.getLong("fee_later"),
                row.getObject("fee_month_cap", Long.class),
                row.getBoolean("transfers_allowed"),
                row.getLong("transfer_day_limit"),
                row.getObject("books_at", LocalTime.class),
                row.getLong("version"));
    }
}
