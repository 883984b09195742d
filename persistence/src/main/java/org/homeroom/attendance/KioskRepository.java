package org.homeroom.attendance;

import static org.homeroom.tenancy.TenantSql.instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.tenancy.TenantSql;

/** Keys of devices, and what became of each tap that a device sent. */
@ApplicationScoped
public class KioskRepository {

    @Inject TenantSql sql;

    /** Returns the key that the device signs with now; empty before it has one. */
    public Optional<KioskKey> key(UUID deviceId) {
        return sql
                .list(
                        """
                        select turn, public_key from attendance_kiosk_key
                         where school_id = current_school() and device_id = ?
                         order by turn desc limit 1
                        """,
                        row -> new KioskKey(row.getInt("turn"), row.getBytes("public_key")),
                        deviceId)
                .stream()
                .findFirst();
    }

    /** Stores the device's next key. */
    public void add(UUID deviceId, KioskKey key, Instant now) {
        sql.update(
                """
                insert into attendance_kiosk_key (school_id, device_id, turn, public_key, made_at)
                values (current_school(), ?, ?, ?, ?)
                """,
                deviceId,
                key.turn(),
                key.publicKey(),
                now);
    }

    /** Makes other batches of the device wait for this transaction. */
    public void lock(UUID deviceId) {
        sql.list(
                "select pg_advisory_xact_lock(hashtextextended('kiosk ' || ?, 0))",
                row -> true,
                deviceId.toString());
    }

    /** Returns what became of those of the numbers that came before. */
    public Map<Long, KioskRecord> known(UUID deviceId, int turn, Collection<Long> numbers) {
        // Mostly it is one, and a list of numbers is planned anew each time.
        return numbers.size() == 1
                ? known("seq = ?", deviceId, turn, numbers.iterator().next())
                : known("seq = any (?)", deviceId, turn, numbers.toArray(Long[]::new));
    }

    private Map<Long, KioskRecord> known(String which, UUID deviceId, int turn, Object numbers) {
        Map<Long, KioskRecord> found = new HashMap<>();
        sql.list(
                """
                select seq, student_id, action, at, content_hash, code, tap_id
                  from attendance_kiosk_tap
                 where school_id = current_school() and device_id = ? and turn = ? and\s"""
                        + which,
                row ->
                        found.put(
                                row.getLong("seq"),
                                new KioskRecord(
                                        row.getLong("seq"),
                                        row.getObject("student_id", UUID.class),
                                        TapAction.of(row.getString("action")).orElseThrow(),
                                        instant(row, "at"),
                                        row.getBytes("content_hash"),
                                        row.getString("code"),
                                        row.getObject("tap_id", UUID.class))),
                deviceId,
                turn,
                numbers);
        return found;
    }

    /** Stores what became of a number. */
    public void keep(UUID deviceId, int turn, UUID classId, KioskRecord kept, Instant now) {
        sql.update(
                """
                insert into attendance_kiosk_tap (school_id, device_id, turn, seq, class_id, student_id, action, at,
                                                  content_hash, code, tap_id, received_at)
                values (current_school(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                deviceId,
                turn,
                kept.seq(),
                classId,
                kept.studentId(),
                kept.action().wire(),
                kept.at(),
                kept.hash(),
                kept.code(),
                kept.tapId(),
                now);
    }

    /** Lists the taps of the class that were refused, the newest first. */
    public List<RefusedTap> refused(UUID classId, int most) {
        return sql.list(
                """
                select device_id, seq, student_id, action, at, code, received_at
                  from attendance_kiosk_tap
                 where school_id = current_school() and class_id = ? and tap_id is null
                 order by received_at desc, seq desc limit ?
                """,
                row ->
                        new RefusedTap(
                                row.getObject("device_id", UUID.class),
                                row.getLong("seq"),
                                row.getObject("student_id", UUID.class),
                                TapAction.of(row.getString("action")).orElseThrow(),
                                instant(row, "at"),
                                row.getString("code"),
                                instant(row, "received_at")),
                classId,
                most);
    }
}
