package org.homeroom.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.homeroom.kernel.Ids;

/** Reads and changes schools. The list of schools belongs to the platform, not to any tenant. */
@ApplicationScoped
public class SchoolRepository {

    private static final String SELECT =
            "select id, name, subdomain, zone, language, kind, status, modules from tenancy_school ";
    private static final String SELECT_DETAIL =
            """
            select id, name, subdomain, zone, language, kind, status, modules, student_limit,
                   staff_limit, created_at, suspended_at, suspended_reason, version, domain,
                   domain_checked_at, domain_expires_at, domain_problem
              from tenancy_school where kind = 'school'
            """;

    @Inject TenantSql sql;

    /** Finds by host label, lower case. */
    public Optional<SchoolRef> bySubdomain(String subdomain) {
        return list("where subdomain = ?", subdomain).stream().findFirst();
    }

    /** Finds by a proved domain, lower case. */
    public Optional<SchoolRef> byDomain(String domain) {
        return list("where domain = ?", domain).stream().findFirst();
    }

    /** Finds by id. */
    public Optional<SchoolRef> byId(UUID id) {
        return list("where id = ?", id).stream().findFirst();
    }

    /** Returns the district's own tenant; empty before the installation is set up. */
    public Optional<SchoolRef> district() {
        return list("where kind = ?", "district").stream().findFirst();
    }

    /** Lists the schools in order of name, without the district. */
    public List<SchoolRef> schools() {
        return list("where kind = ? order by name, id", "school");
    }

    /** Lists the schools, closed ones too, and the district's own tenant. */
    public List<SchoolRef> tenants() {
        return list("where kind in ('district', ?) order by name, id", "school");
    }

    /** Lists the schools that exist for the isolation report alone. */
    public List<SchoolRef> canaries() {
        return list("where kind = ?", "canary");
    }

    /** Lists the schools in order of name as their administrators see them. */
    public List<SchoolDetail> details() {
        return sql.list(SELECT_DETAIL + " order by name, id", SchoolRepository::detail);
    }

    /** Finds a school by id as its administrators see it; never the district. */
    public Optional<SchoolDetail> detail(UUID id) {
        return sql.list(SELECT_DETAIL + " and id = ?", SchoolRepository::detail, id).stream()
                .findFirst();
    }

    /** Returns the school's limits and keeps others from adding people until the commit. */
    public SchoolLimits lockLimits(UUID id) {
        return sql.list(
                        "select student_limit, staff_limit from tenancy_school where id = ? for no key update",
                        SchoolRepository::limits,
                        id)
                .get(0);
    }

    /** Returns the school's limits. */
    public SchoolLimits limits(UUID id) {
        return sql.list(
                        "select student_limit, staff_limit from tenancy_school where id = ?",
                        SchoolRepository::limits,
                        id)
                .get(0);
    }

    /**
     * Stores a new school.
     *
     * @return false when another school has the subdomain; nothing is stored then
     */
    public boolean add(SchoolRef school, SchoolLimits limits) {
        return sql.update(
                        """
                        insert into tenancy_school (id, name, subdomain, zone, language, kind, status,
                               modules, student_limit, staff_limit)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (subdomain) do nothing
                        """,
                        school.id(),
                        school.name(),
                        school.subdomain(),
                        school.zone().getId(),
                        school.language(),
                        school.kind(),
                        school.status(),
                        school.modules().toArray(String[]::new),
                        limits.students(),
                        limits.staff())
                > 0;
    }

    /** Stores the canary school at the label, or its new status; another school stays as it is. */
    public void putCanary(String label, String status) {
        sql.update(
                """
                insert into tenancy_school (id, name, subdomain, zone, kind, status)
                values (?, ?, ?, 'UTC', 'canary', ?)
                on conflict (subdomain) do update set status = excluded.status,
                       version = tenancy_school.version + 1
                 where tenancy_school.kind = 'canary'
                """,
                Ids.next(),
                label,
                label,
                status);
    }

    /**
     * Changes a school unless somebody else did since that version.
     *
     * @return false when there is a newer version; nothing is stored then
     */
    public boolean change(SchoolRef school, SchoolLimits limits, long version) {
        return sql.update(
                        """
                        update tenancy_school set name = ?, subdomain = ?, zone = ?, language = ?,
                               modules = ?, student_limit = ?, staff_limit = ?, version = version + 1
                         where id = ? and kind = 'school' and version = ?
                        """,
                        school.name(),
                        school.subdomain(),
                        school.zone().getId(),
                        school.language(),
                        school.modules().toArray(String[]::new),
                        limits.students(),
                        limits.staff(),
                        school.id(),
                        version)
                > 0;
    }

    /**
     * Closes an open school.
     *
     * @return false when it is closed already
     */
    public boolean suspend(UUID id, String reason, Instant now) {
        return sql.update(
                        """
                        update tenancy_school set status = 'suspended', suspended_at = ?,
                               suspended_reason = ?, version = version + 1
                         where id = ? and kind = 'school' and status = 'active'
                        """,
                        now,
                        reason,
                        id)
                > 0;
    }

    /**
     * Opens a closed school.
     *
     * @return false when it is open already
     */
    public boolean reactivate(UUID id) {
        return sql.update(
                        """
                        update tenancy_school set status = 'active', suspended_at = null,
                               suspended_reason = null, version = version + 1
                         where id = ? and kind = 'school' and status = 'suspended'
                        """,
                        id)
                > 0;
    }

    private List<SchoolRef> list(String where, Object parameter) {
        return sql.list(SELECT + where, SchoolRepository::school, parameter);
    }

    static SchoolRef school(ResultSet row) throws SQLException {
        return new SchoolRef(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("subdomain"),
                ZoneId.of(row.getString("zone")),
                row.getString("language"),
                row.getString("kind"),
                row.getString("status"),
                Set.copyOf(List.of((String[]) row.getArray("modules").getArray())));
    }

    private static SchoolLimits limits(ResultSet row) throws SQLException {
        return new SchoolLimits(
                row.getObject("student_limit", Integer.class),
                row.getObject("staff_limit", Integer.class));
    }

    private static SchoolDetail detail(ResultSet row) throws SQLException {
        return new SchoolDetail(
                school(row),
                limits(row),
                TenantSql.instant(row, "created_at"),
                TenantSql.instant(row, "suspended_at"),
                row.getString("suspended_reason"),
                DomainRepository.readCertificate(row),
                row.getLong("version"));
    }
}
