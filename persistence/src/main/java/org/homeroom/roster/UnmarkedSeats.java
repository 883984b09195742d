package org.homeroom.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.homeroom.privacy.Unmarked;
import org.homeroom.tenancy.TenantSql;

/** Seats from before pupils had marks. */
@ApplicationScoped
public class UnmarkedSeats implements Unmarked {

    private static final String WHERE =
            " from roster_seat where school_id = current_school() and pupil_mark is null"
                    + " and dob_sum is not null";

    @Inject TenantSql sql;
    @Inject SeatNames names;

    private record Found(UUID id, String mark) {}

    @Override
    public long count() {
        return sql.list("select count(*)" + WHERE, row -> row.getLong(1)).get(0);
    }

    @Override
    public int markNext(int limit) {
        List<Found> found =
                sql.list(
                        "select id as seat_id, class_id, first_name, last_initial, dob_sum"
                                + WHERE
                                + " limit ? for update",
                        row ->
                                new Found(
                                        row.getObject("seat_id", UUID.class),
                                        HexFormat.of()
                                                .formatHex(
                                                        names.mark(
                                                                row.getObject(
                                                                        "class_id", UUID.class),
                                                                names.first(row),
                                                                row.getString("last_initial"),
                                                                row.getInt("dob_sum")))),
                        limit);
        return sql.update(
                """
                update roster_seat s set pupil_mark = decode(n.mark, 'hex')
                  from unnest(?::uuid[], ?::text[]) as n (id, mark)
                 where s.school_id = current_school() and s.id = n.id
                """,
                found.stream().map(Found::id).toArray(UUID[]::new),
                found.stream().map(Found::mark).toArray(String[]::new));
    }
}
