package org.homeroom.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Seats with what they remember of their pupils, for filling and for claiming. */
@ApplicationScoped
public class SeatRepository {

    private static final String SECRET =
            """
            select id, class_id, first_name, last_initial, dob_sum, claim_hash, salt, last_name_hashes, student_id
              from roster_seat where school_id = current_school()
            """;

    @Inject RosterSql sql;

    /**
     * Stores new seats in one statement; a pupil already on the list of the same class is left
     * alone. The same pupil is: same class, first name, last initial and sum of the birth date
     * (economy.md 3.2).
     *
     * @return the ids of the seats that are new
     */
    public Set<UUID> add(List<SeatSecret> seats, Instant now) {
        String insert =
                """
                insert into roster_seat (school_id, id, class_id, first_name, last_initial, dob_sum, claim_hash,
                                         salt, last_name_hashes, created_at)
                select current_school(), n.id, n.class_id, n.first_name, n.last_initial, n.dob_sum, n.claim_hash,
                       decode(n.salt, 'hex'), string_to_array(n.last_name_hashes, ' '), ?
                  from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::integer[], ?::text[], ?::text[],
                              ?::text[])
                    as n (id, class_id, first_name, last_initial, dob_sum, claim_hash, salt, last_name_hashes)
                on conflict do nothing
                returning id
                """;
        return new HashSet<>(
                sql.list(
                        insert,
                        row -> row.getObject("id", UUID.class),
                        now,
                        seats.stream().map(SeatSecret::id).toArray(UUID[]::new),
                        seats.stream().map(SeatSecret::classId).toArray(UUID[]::new),
                        texts(seats, SeatSecret::firstName),
                        texts(seats, SeatSecret::lastInitial),
                        seats.stream().map(SeatSecret::dobSum).toArray(Integer[]::new),
                        texts(seats, SeatSecret::claimHash),
                        texts(seats, seat -> HexFormat.of().formatHex(seat.salt())),
                        texts(seats, seat -> String.join(" ", seat.lastNameHashes()))));
    }

    /** Lists the free seats of the class whose pupil's birth date has that sum. */
    public List<SeatSecret> free(UUID classId, int dobSum) {
        return sql.list(
                SECRET + " and class_id = ? and dob_sum = ? and student_id is null order by id",
                SeatRepository::secret,
                classId,
                dobSum);
    }

    /** Lists the taken seats of other classes that look like the same pupil's. */
    public List<SeatSecret> takenLike(SeatSecret seat) {
        return sql.list(
                SECRET
                        + """
                         and class_id <> ? and first_name = ? and last_initial = ? and dob_sum = ?
                         and student_id is not null order by id
                        """,
                SeatRepository::secret,
                seat.classId(),
                seat.firstName(),
                seat.lastInitial(),
                seat.dobSum());
    }

    /** Finds the seat and keeps others from taking it until the transaction ends. */
    public Optional<SeatSecret> lock(UUID seatId) {
        return sql.list(SECRET + " and id = ? for update", SeatRepository::secret, seatId).stream()
                .findFirst();
    }

    /** Gives a free seat to the student; false when it was taken meanwhile. */
    public boolean take(UUID seatId, UUID studentId, Instant now) {
        return sql.update(
                        """
                        update roster_seat set student_id = ?, claimed_at = ?
                         where school_id = current_school() and id = ? and student_id is null
                        """,
                        studentId,
                        now,
                        seatId)
                == 1;
    }

    private static String[] texts(List<SeatSecret> seats, Function<SeatSecret, String> part) {
        return seats.stream().map(part).toArray(String[]::new);
    }

    private static SeatSecret secret(ResultSet row) throws SQLException {
        Array hashes = row.getArray("last_name_hashes");
        return new SeatSecret(
                row.getObject("id", UUID.class),
                row.getObject("class_id", UUID.class),
                row.getString("first_name"),
                row.getString("last_initial"),
                row.getInt("dob_sum"),
                row.getString("claim_hash"),
                row.getBytes("salt"),
                List.of((String[]) hashes.getArray()),
                row.getObject("student_id", UUID.class));
    }
}
