package org.homeroom.banking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.tenancy.TenantSql;

/** Reads and writes what the banks of classes offer. */
@ApplicationScoped
public class BankProductRepository {

    private static final String SELECT =
            """
            select id, class_id, kind, title, rate_micros, weeks, most, penalty_micros, active,
                version
              from banking_product
            """;

    @Inject TenantSql sql;

    /** Lists what a class's bank offers or offered: offered first, loans before certificates. */
    public List<BankProduct> ofClass(UUID classId) {
        return sql.list(
                SELECT + "where class_id = ? order by active desc, kind desc, title, id",
                BankProductRepository::read,
                classId);
    }

    /** Finds one. */
    public Optional<BankProduct> byId(UUID id) {
        return sql.list(SELECT + "where id = ?", BankProductRepository::read, id).stream()
                .findFirst();
    }

    /** Adds it. */
    public void add(BankProduct added) {
        sql.update(
                """
                insert into banking_product (school_id, id, class_id, kind, title, rate_micros, weeks,
                    most, penalty_micros, active)
                  values (current_school(), ?, ?, ?, ?, ?, ?, ?, ?::bigint, ?)
                """,
                added.id(),
                added.classId(),
                added.kind(),
                added.title(),
                added.rateMicros(),
                added.weeks(),
                added.most(),
                added.penaltyMicros(),
                added.active());
    }

    /** Changes all but its kind; false when somebody changed it since the version it carries. */
    public boolean change(BankProduct changed) {
        return sql.update(
                        """
                        update banking_product
                          set title = ?, rate_micros = ?, weeks = ?, most = ?,
                            penalty_micros = ?::bigint, active = ?, version = version + 1
                          where id = ? and version = ?
                        """,
                        changed.title(),
                        changed.rateMicros(),
                        changed.weeks(),
                        changed.most(),
                        changed.penaltyMicros(),
                        changed.active(),
                        changed.id(),
                        changed.version())
                == 1;
    }

    private static BankProduct read(ResultSet row) throws SQLException {
        return new BankProduct(
                row.getObject("id", UUID.class),
                row.getObject("class_id", UUID.class),
                row.getString("kind"),
                row.getString("title"),
                row.getLong("rate_micros"),
                row.getInt("weeks"),
                row.getLong("most"),
                row.getObject("penalty_micros", Long.class),
                row.getBoolean("active"),
                row.getLong("version"));
    }
}
