package org.homeroom.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The bound school's own domain. */
@ApplicationScoped
public class DomainRepository {

    @Inject TenantSql sql;

    /** Returns what is known of the proved domain's certificate; empty without a domain. */
    public Optional<DomainCertificate> certificate() {
        return sql
                .list(
                        """
                        select domain, domain_checked_at, domain_expires_at, domain_problem
                          from tenancy_school where id = current_school() and domain is not null
                        """,
                        DomainRepository::readCertificate)
                .stream()
                .findFirst();
    }

    /** Reads it from a row of the school, null when the school has no domain. */
    static DomainCertificate readCertificate(ResultSet row) throws SQLException {
        String host = row.getString("domain");
        return host == null
                ? null
                : new DomainCertificate(
                        host,
                        TenantSql.instant(row, "domain_checked_at"),
                        new SeenCertificate(
                                TenantSql.instant(row, "domain_expires_at"),
                                row.getString("domain_problem")));
    }

    /** Notes what was seen of the domain's certificate; false when it is no longer the school's. */
    public boolean note(String host, SeenCertificate seen, Instant now) {
        return sql.update(
                        """
                        update tenancy_school set domain_checked_at = ?,
                               domain_expires_at = ?::timestamptz, domain_problem = ?::text
                         where id = current_school() and domain = ?
                        """,
                        now,
                        seen.expiresAt(),
                        seen.problem(),
                        host)
                > 0;
    }

    /** Returns what is asked for; empty when nothing is. */
    public Optional<DomainRequest> requested() {
        return sql
                .list(
                        """
                        select host, token, requested_at from tenancy_domain_request
                         where school_id = current_school()
                        """,
                        row ->
                                new DomainRequest(
                                        row.getString("host"),
                                        row.getString("token"),
                                        TenantSql.instant(row, "requested_at")))
                .stream()
                .findFirst();
    }

    /** Notes what is asked for, in place of what was. */
    public void request(DomainRequest request) {
        sql.update(
                """
                insert into tenancy_domain_request (school_id, host, token, requested_at)
                values (current_school(), ?, ?, ?)
                on conflict (school_id) do update set host = excluded.host, token = excluded.token,
                       requested_at = excluded.requested_at
                """,
                request.host(),
                request.token(),
                request.requestedAt());
    }

    /** Forgets what is asked for; false when it is no longer that. */
    public boolean forget(DomainRequest request) {
        return sql.update(
                        """
                        delete from tenancy_domain_request
                         where school_id = current_school() and host = ? and token = ?
                        """,
                        request.host(),
                        request.token())
                > 0;
    }

    /** Gives the school a proved domain; false when another school has it. */
    public boolean give(String host) {
        return sql.update(
                        """
                        update tenancy_school set domain = ?, domain_checked_at = null,
                               domain_expires_at = null, domain_problem = null,
                               version = version + 1
                         where id = current_school() and kind = 'school'
                           and not exists (select from tenancy_school other
                                            where other.domain = ? and other.id <> current_school())
                        """,
                        host,
                        host)
                > 0;
    }

    /** Takes the domain off the school; false when it has none. */
    public boolean take() {
        return sql.update(
                        """
                        update tenancy_school set domain = null, domain_checked_at = null,
                               domain_expires_at = null, domain_problem = null,
                               version = version + 1
                         where id = current_school() and domain is not null
                        """)
                > 0;
    }
}
