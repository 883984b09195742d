package org.homeroom.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.homeroom.tenancy.TenantSql;

/** Takes off seats and rosters what tells who somebody was. */
@ApplicationScoped
public class ErasedPupilRepository {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String NOBODY = "Former student";

    @Inject TenantSql sql;
    @Inject SeatNames names;
    @Inject SourceNames sources;

    /** Leaves of the person's seats places without a name that nobody can claim; how many. */
    public int blankSeats(UUID account, Instant now) {
        List<UUID> seats =
                sql.list(
                        "select id from roster_seat where school_id = current_school() and student_id = ?",
                        row -> row.getObject(1, UUID.class),
                        account);
        for (UUID seat : seats) {
            // Random marks and hashes meet no pupil and no other seat.
            sql.update(
                    """
                    update roster_seat set first_name = ?, last_initial = '-', salt = ?, pupil_mark = ?,
                           claim_hash = case when claim_hash is null then null else ? end,
                           dob_sum = case when dob_sum is null then null else 1902 end,
                           last_name_hashes = array[?], left_at = coalesce(left_at, ?)
                     where school_id = current_school() and id = ?
                    """,
                    names.seal(seat, NOBODY),
                    random(16),
                    random(32),
                    hex(),
                    hex(),
                    now,
                    seat);
        }
        return seats.size();
    }

    /** Takes the names off what the source said of the person; how many such rows there were. */
    public int blankSource(UUID account, Instant now) {
        List<String> known =
                sql.list(
                        "select sourced_id from roster_person where school_id = current_school() and account_id = ?",
                        row -> row.getString(1),
                        account);
        for (String id : known) {
            sql.update(
                    """
                    update roster_person
                       set given_name = ?, family_name = case when family_name is null then null else ? end,
                           last_initial = '-', dob_sum = null, claim_hash = null, enters = false,
                           salt = case when salt is null then null else ?::bytea end,
                           last_name_hashes = case when last_name_hashes is null then null else array[?] end,
                           left_at = coalesce(left_at, ?)
                     where school_id = current_school() and sourced_id = ?
                    """,
                    sources.sealGivenOf(id, "Former"),
                    sources.sealFamilyOf(id, "member"),
                    random(16),
                    hex(),
                    now,
                    id);
        }
        sql.update(
                "delete from roster_stage_person where school_id = current_school() and account_id = ?",
                account);
        return known.size();
    }

    /** Counts the classes that the person teaches or taught. */
    public long classes(UUID account) {
        return sql.list(
                        "select count(*) from roster_class where school_id = current_school() and teacher_id = ?",
                        row -> row.getLong(1),
                        account)
                .get(0);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static String hex() {
        return HexFormat.of().formatHex(random(32));
    }
}
