package org.homeroom.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Schools for trying out: they stand in no list of schools. */
@ApplicationScoped
public class TryOutRepository {

    private static final String SELECT =
            """
            select id, name, subdomain, zone, language, kind, status, modules, of_school, opened_by,
                   ends_at
              from tenancy_school where kind = 'try_out' and
            """;

    @Inject TenantSql sql;

    /**
     * Stores a try-out.
     *
     * @return false when the teacher has one; nothing is stored then
     */
    public boolean add(TryOut one) {
        SchoolRef school = one.school();
        return sql.update(
                        """
                        insert into tenancy_school (id, name, subdomain, zone, language, kind, status,
                               modules, of_school, opened_by, ends_at)
                        values (?, ?, ?, ?, ?, 'try_out', 'active', ?, ?, ?, ?)
                        on conflict (of_school, opened_by) do nothing
                        """,
                        school.id(),
                        school.name(),
                        school.subdomain(),
                        school.zone().getId(),
                        school.language(),
                        school.modules().toArray(String[]::new),
                        one.ofSchool(),
                        one.teacherId(),
                        one.endsAt())
                > 0;
    }

    /** Finds the teacher's, ended or not. */
    public Optional<TryOut> of(UUID school, UUID teacher) {
        return sql
                .list(
                        SELECT + " of_school = ? and opened_by = ?",
                        TryOutRepository::tryOut,
                        school,
                        teacher)
                .stream()
                .findFirst();
    }

    /** Finds the try-out that the school is; empty for every other school. */
    public Optional<TryOut> byId(UUID id) {
        return sql.list(SELECT + " id = ?", TryOutRepository::tryOut, id).stream().findFirst();
    }

    /** Lists those whose time is over. */
    public List<TryOut> over(Instant now) {
        return sql.list(SELECT + " ends_at <= ?", TryOutRepository::tryOut, now);
    }

    /** Takes the bound try-out away with everything in it; any other school is refused. */
    public void erase() {
        sql.list("select tenancy_erase_try_out()", row -> true);
    }

    private static TryOut tryOut(ResultSet row) throws SQLException {
        return new TryOut(
                SchoolRepository.school(row),
                row.getObject("of_school", UUID.class),
                row.getObject("opened_by", UUID.class),
                TenantSql.instant(row, "ends_at"));
    }
}
