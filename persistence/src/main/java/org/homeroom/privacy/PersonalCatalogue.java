package org.homeroom.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.homeroom.kernel.PersonalColumn;
import org.homeroom.tenancy.TenantSql;

/**
 * Every personal column of the bound school, from the database's own catalogue: a migration marks
 * one with the comment {@code personal} and it takes part.
 */
@ApplicationScoped
public class PersonalCatalogue {

    private static final String COLUMNS =
            """
            select c.relname, a.attname,
                   (select string_agg('t.' || quote_ident(k.attname) || '::text', ', '
                                      order by array_position(i.indkey::int2[], k.attnum))
                      from pg_index i
                      join pg_attribute k on k.attrelid = i.indrelid and k.attnum = any (i.indkey)
                     where i.indrelid = c.oid and i.indisprimary and k.attname <> 'school_id') as key
              from pg_description d
              join pg_class c on c.oid = d.objoid and d.classoid = 'pg_class'::regclass
              join pg_attribute a on a.attrelid = c.oid and a.attnum = d.objsubid
             where d.description = 'personal' and c.relnamespace = 'homeroom'::regnamespace
             order by 1, 2
            """;

    @Inject TenantSql sql;
    @Inject PersonalData personal;

    /** A personal column and the SQL of its table's key. */
    record Entry(PersonalColumn column, String key) {}

    private record Found(String place, String row, String value) {}

    /** Lists the columns. */
    List<Entry> columns() {
        return sql.list(
                COLUMNS,
                row ->
                        new Entry(
                                new PersonalColumn(row.getString(1), row.getString(2)),
                                row.getString(3)));
    }

    /** Counts the values that another key than this one has sealed, or none. */
    long left(Entry entry, int number) {
        return sql.list(
                        "select count(*) from %s t where %s"
                                .formatted(entry.column().table(), others(entry)),
                        row -> row.getLong(1),
                        PersonalData.prefix(number))
                .get(0);
    }

    /** Seals some of them by the newest key; returns how many, 0 when none is left. */
    int sealNext(Entry entry, int number, int limit) {
        String table = entry.column().table();
        String name = entry.column().column();
        List<Found> found =
                sql.list(
                        "select t.ctid::text, concat_ws('/', %s), t.%s from %s t where %s limit ? for update"
                                .formatted(entry.key(), name, table, others(entry)),
                        row -> new Found(row.getString(1), row.getString(2), row.getString(3)),
                        PersonalData.prefix(number),
                        limit);
        // Locked rows stay where they are until the transaction ends.
        sql.update(
                "update %s t set %s = n.value from unnest(?::tid[], ?::text[]) as n (place, value) where t.ctid = n.place"
                        .formatted(table, name),
                found.stream().map(Found::place).toArray(String[]::new),
                found.stream().map(one -> resealed(entry.column(), one)).toArray(String[]::new));
        return found.size();
    }

    private String resealed(PersonalColumn column, Found found) {
        return personal.seal(
                column, found.row(), personal.open(column, found.row(), found.value()));
    }

    private static String others(Entry entry) {
        String name = entry.column().column();
        return "t.school_id = current_school() and t.%s is not null and not starts_with(t.%s, ?)"
                .formatted(name, name);
    }
}
