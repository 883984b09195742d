package org.homeroom.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.tenancy.TenantContext;
import org.homeroom.tenancy.TenantSql;

/** Reports of the district, and the catalogue's answers to what they ask. */
@ApplicationScoped
public class IsolationRepository {

    // Whatever the role can touch in any way, in any schema, under whatever form.
    private static final String TABLES =
            """
            select c.oid::regclass::text as name,
                   exists (select from pg_attribute a where a.attrelid = c.oid
                             and a.attname = 'school_id' and not a.attisdropped) as of_schools,
                   c.relkind in ('v', 'm') as view,
                   c.relrowsecurity and c.relforcerowsecurity as guarded,
                   coalesce(c.reloptions, '{}') @> array['security_invoker=true'] as as_invoker,
                   has_table_privilege(c.oid, 'select') as readable
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p', 'v', 'm', 'f')
               and n.nspname not in ('pg_catalog', 'information_schema')
               and (has_table_privilege(c.oid, 'select, insert, update, delete, truncate')
                    or has_any_column_privilege(c.oid, 'select, insert, update'))
             order by 1
            """;
    private static final String SELECT =
            """
            select id, state, requested_by, begun_at, ended_at, content, signature
              from operations_isolation_report where school_id = current_school()
            """;

    @Inject TenantSql sql;

    /** Lists the tables and views that the server's role can touch. */
    public List<CatalogueTable> tables() {
        return sql.list(
                TABLES,
                row ->
                        new CatalogueTable(
                                row.getString("name"),
                                row.getBoolean("of_schools"),
                                row.getBoolean("view"),
                                row.getBoolean("guarded"),
                                row.getBoolean("as_invoker"),
                                row.getBoolean("readable")));
    }

    /** Tries to reach rows of other schools; returns in words what it reached. */
    public List<String> probe(String table, UUID other) {
        return sql.list(
                "select found from operations_probe(?, ?) found",
                row -> row.getString(1),
                table,
                other);
    }

    /** Tells whether the bound school has a row in the table. */
    public boolean isPlanted(String table) {
        return sql.list(
                        "select exists (select from " + table + " where school_id = ?)",
                        row -> row.getBoolean(1),
                        TenantContext.require())
                .get(0);
    }

    /**
     * Stores a report that begins.
     *
     * @return false when another is at work; nothing is stored then
     */
    public boolean add(UUID id, UUID requestedBy, Instant begunAt) {
        return sql.update(
                        """
                        insert into operations_isolation_report
                          (school_id, id, state, requested_by, begun_at)
                        values (current_school(), ?, 'running', cast(? as uuid), ?)
                        on conflict (school_id) where state = 'running' do nothing
                        """,
                        id,
                        requestedBy == null ? null : requestedBy.toString(),
                        begunAt)
                > 0;
    }

    /** Gives up reports that have been at work since before then. */
    public void giveUp(Instant begunBefore, Instant now) {
        sql.update(
                """
                update operations_isolation_report set state = 'failed', ended_at = ?
                 where school_id = current_school() and state = 'running' and begun_at < ?
                """,
                now,
                begunBefore);
    }

    /** Stores what a report came to; content and signature are null when it failed. */
    public void finish(UUID id, String state, Instant endedAt, String content, String signature) {
        sql.update(
                """
                update operations_isolation_report
                   set state = ?, ended_at = ?, content = ?, signature = ?
                 where school_id = current_school() and id = ? and state = 'running'
                """,
                state,
                endedAt,
                content,
                signature,
                id);
    }

    /** Finds a report. */
    public Optional<IsolationReport> find(UUID id) {
        return sql.list(SELECT + " and id = ?", IsolationRepository::report, id).stream()
                .findFirst();
    }

    /** Lists the newest reports first. */
    public List<IsolationReport> newest(int limit) {
        return sql.list(
                SELECT + " order by begun_at desc, id desc limit ?",
                IsolationRepository::report,
                limit);
    }

    private static IsolationReport report(ResultSet row) throws SQLException {
        return new IsolationReport(
                row.getObject("id", UUID.class),
                row.getString("state"),
                row.getObject("requested_by", UUID.class),
                TenantSql.instant(row, "begun_at"),
                TenantSql.instant(row, "ended_at"),
                row.getString("content"),
                row.getString("signature"));
    }
}
