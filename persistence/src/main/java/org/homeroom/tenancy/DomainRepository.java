package org.homeroom.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The bound school's own domain. */
@ApplicationScoped
public class DomainRepository {

    @Inject TenantSql sql;

    /** Returns the proved domain; empty when there is none. */
    public Optional<String> verified() {
        return sql
                .list(
                        "select domain from tenancy_school where id = current_school() and domain is not null",
                        row -> row.getString(1))
                .stream()
                .findFirst();
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
                        update tenancy_school set domain = ?, version = version + 1
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
                        update tenancy_school set domain = null, version = version + 1
                         where id = current_school() and domain is not null
                        """)
                > 0;
    }
}
