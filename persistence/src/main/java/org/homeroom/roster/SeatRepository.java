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
import org.homeroom.identity.AccountNames;
import org.homeroom.tenancy.TenantSql;

/** Seats with what they remember of their pupils, for filling and for claiming. */
@ApplicationScoped
public class SeatRepository {

    private static final String SECRET =
            """
            select id as seat_id, class_id, first_name, last_initial, dob_sum, claim_hash, salt, last_name_hashes, student_id
              from roster_seat where school_id = current_school()
            """;

    @Inject TenantSql sql;
    @Inject SeatNames names;
    @Inject AccountNames accounts;

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
                                         salt, last_name_hashes, pupil_mark, created_at)
                select current_school(), n.id, n.class_id, n.sealed_name, n.last_initial, n.dob_sum, n.claim_hash,
                       decode(n.salt, 'hex'), string_to_array(n.last_name_hashes, ' '), decode(n.mark, 'hex'), ?
                  from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::integer[], ?::text[],
                              ?::text[], ?::text[], ?::text[])
                    as n (id, class_id, first_name, sealed_name, last_initial, dob_sum, claim_hash, salt,
                          last_name_hashes, mark)
                 where not exists (select from roster_seat s
                   where s.school_id = current_school() and s.class_id = n.class_id
                     and (s.rostered and s.pupil_mark = decode(n.mark, 'hex')
                       -- Seats from before there were marks are in clear.
                       or s.pupil_mark is null and s.first_name = n.first_name
                         and s.last_initial = n.last_initial and s.dob_sum = n.dob_sum))
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
                        texts(seats, seat -> names.seal(seat.id(), seat.firstName())),
                        texts(seats, SeatSecret::lastInitial),
                        seats.stream().map(SeatSecret::dobSum).toArray(Integer[]::new),
                        texts(seats, SeatSecret::claimHash),
                        texts(seats, seat -> HexFormat.of().formatHex(seat.salt())),
                        texts(seats, seat -> String.join(" ", seat.lastNameHashes())),
                        texts(seats, seat -> HexFormat.of().formatHex(mark(seat)))));
    }

    /**
     * Lists the seats of the class that wait for a pupil whose birth date has that sum: free ones,
     * and those of an account that a roster opened and nobody can sign in with yet.
     */
    public List<SeatSecret> free(UUID classId, int dobSum) {
        return sql.list(
                SECRET
                        + """
                         and class_id = ? and dob_sum = ? and left_at is null
                         and (student_id is null or exists (select from identity_account a
                           where a.school_id = roster_seat.school_id and a.id = student_id
                             and a.kind = 'student' and a.pin_hash is null
                             and a.disabled_at is null))
                         order by id
                        """,
                this::secret,
                classId,
                dobSum);
    }

    /** Lists the taken seats of other classes that look like the same pupil's. */
    public List<SeatSecret> takenLike(SeatSecret seat) {
        return sql
                .list(
                        SECRET
                                + """
                                 and class_id <> ? and last_initial = ? and dob_sum = ?
                                 and student_id is not null order by id
                                """,
                        this::secret,
                        seat.classId(),
                        seat.lastInitial(),
                        seat.dobSum())
                .stream()
                .filter(other -> other.firstName().equals(seat.firstName()))
                .toList();
    }

    /** Returns the user name of a student who cannot sign in yet; empty for every other. */
    public Optional<String> waiting(UUID studentId) {
        return sql
                .list(
                        """
                        select id, username from identity_account
                         where school_id = current_school() and id = ? and kind = 'student'
                           and pin_hash is null and disabled_at is null
                        """,
                        row -> accounts.username(studentId, row.getString("username")),
                        studentId)
                .stream()
                .findFirst();
    }

    /** Finds the seat and keeps others from taking it until the transaction ends. */
    public Optional<SeatSecret> lock(UUID seatId) {
        return sql.list(SECRET + " and id = ? for update", this::secret, seatId).stream()
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

    /**
     * Makes a free seat remember something else of its pupil.
     *
     * @return false when it was taken, or when the class has a seat for such a pupil already
     */
    public boolean correct(SeatSecret seat) {
        String mark = HexFormat.of().formatHex(mark(seat));
        return sql.update(
                        """
                        update roster_seat t
                           set first_name = ?, last_initial = ?, dob_sum = ?, claim_hash = ?,
                               last_name_hashes = string_to_array(?, ' '), pupil_mark = decode(?, 'hex')
                         where school_id = current_school() and id = ? and student_id is null
                           and not exists (select from roster_seat s
                             where s.school_id = t.school_id and s.class_id = t.class_id and s.id <> t.id
                               and s.pupil_mark = decode(?, 'hex'))
                        """,
                        names.seal(seat.id(), seat.firstName()),
                        seat.lastInitial(),
                        seat.dobSum(),
                        seat.claimHash(),
                        String.join(" ", seat.lastNameHashes()),
                        mark,
                        seat.id(),
                        mark)
                == 1;
    }

    /** Deletes a free seat with the claims that were begun for it; false when it was taken. */
    public boolean remove(UUID seatId) {
        return sql.update(
                        "delete from roster_seat where school_id = current_school() and id = ?"
                                + " and student_id is null",
                        seatId)
                == 1;
    }

    /** Tells whether the school's roster system put the pupil here. */
    public boolean isRostered(UUID seatId) {
        return sql.list(
                        "select rostered from roster_seat where school_id = current_school()"
                                + " and id = ?",
                        row -> row.getBoolean(1),
                        seatId)
                .contains(true);
    }

    private byte[] mark(SeatSecret seat) {
        return names.mark(seat.classId(), seat.firstName(), seat.lastInitial(), seat.dobSum());
    }

    private static String[] texts(List<SeatSecret> seats, Function<SeatSecret, String> part) {
        return seats.stream().map(part).toArray(String[]::new);
    }

    private SeatSecret secret(ResultSet row) throws SQLException {
        Array hashes = row.getArray("last_name_hashes");
        return new SeatSecret(
                row.getObject("seat_id", UUID.class),
                row.getObject("class_id", UUID.class),
                names.first(row),
                row.getString("last_initial"),
                row.getInt("dob_sum"),
                row.getString("claim_hash"),
                row.getBytes("salt"),
                List.of((String[]) hashes.getArray()),
                row.getObject("student_id", UUID.class));
    }
}
