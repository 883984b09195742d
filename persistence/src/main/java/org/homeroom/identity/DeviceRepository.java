package org.homeroom.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.tenancy.TenantSql;

/** Where people are signed in to the bound school. */
@ApplicationScoped
public class DeviceRepository {

    private static final Duration SEEN_STEP = Duration.ofMinutes(1);

    @Inject TenantSql sql;

    /** Stores a new sign-in. */
    public void add(Device device, UUID accountId, UUID homeSchoolId) {
        sql.update(
                """
                insert into identity_sign_in (school_id, id, account_id, home_school_id, kind, device,
                       ip, begun_at, seen_at)
                values (current_school(), ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                device.id(),
                accountId,
                homeSchoolId,
                device.kind(),
                device.name(),
                device.ip(),
                device.begunAt(),
                device.seenAt());
    }

    /**
     * Notes that the sign-in is in use.
     *
     * @return false when it has ended
     */
    public boolean touch(UUID id, Instant now) {
        Optional<Instant> seen =
                sql
                        .list(
                                "select seen_at from identity_sign_in where school_id = current_school() and id = ?",
                                row -> TenantSql.instant(row, "seen_at"),
                                id)
                        .stream()
                        .findFirst();
        if (seen.filter(at -> at.plus(SEEN_STEP).isBefore(now)).isPresent()) {
            sql.update(
                    "update identity_sign_in set seen_at = ? where school_id = current_school() and id = ?",
                    now,
                    id);
        }
        return seen.isPresent();
    }

    /** Lists those of the sign-ins that have not ended, nor the time of who is signed in. */
    public List<Device> open(Collection<UUID> ids) {
        return sql.list(
                """
                select id, kind, device, ip, begun_at, seen_at from identity_sign_in i
                 where school_id = current_school() and id = any (?)
                   and not exists (select from identity_account a where a.school_id = i.school_id
                         and a.id = i.account_id and a.expires_at <= now())
                """,
                DeviceRepository::device,
                (Object) ids.toArray(UUID[]::new));
    }

    /** Returns when somebody last proved who they are in that sign-in; empty when it is over. */
    public Optional<Instant> provedAt(UUID id) {
        return sql
                .list(
                        """
                        select coalesce(proved_at, begun_at) as at from identity_sign_in
                         where school_id = current_school() and id = ?
                        """,
                        row -> TenantSql.instant(row, "at"),
                        id)
                .stream()
                .findFirst();
    }

    /** Notes that somebody proved in that sign-in who they are. */
    public void proved(UUID id, Instant now) {
        sql.update(
                "update identity_sign_in set proved_at = ? where school_id = current_school() and id = ?",
                now,
                id);
    }

    /** Lists where the person is signed in, the latest used first. */
    public List<Device> of(UUID accountId) {
        return sql.list(
                """
                select id, kind, device, ip, begun_at, seen_at from identity_sign_in
                 where school_id = current_school() and account_id = ? order by seen_at desc, id
                """,
                DeviceRepository::device,
                accountId);
    }

    /**
     * Ends one of the person's sign-ins.
     *
     * @return false when the person has none with that id
     */
    public boolean drop(UUID accountId, UUID id) {
        return sql.update(
                        "delete from identity_sign_in where school_id = current_school() and account_id = ? and id = ?",
                        accountId,
                        id)
                > 0;
    }

    /** Ends all of the person's sign-ins but one; null spares none. */
    public void dropOthers(UUID accountId, UUID spared) {
        sql.update(
                """
                delete from identity_sign_in where school_id = current_school() and account_id = ?
                   and id is distinct from ?::uuid
                """,
                accountId,
                spared == null ? null : spared.toString());
    }

    /** Forgets a sign-in, whosever it is; nothing happens when it is gone already. */
    public void drop(UUID id) {
        sql.update(
                "delete from identity_sign_in where school_id = current_school() and id = ?", id);
    }

    /** Forgets sign-ins that nobody has used since. */
    public void dropUnused(Instant browsersSince, Instant programsSince) {
        sql.update(
                """
                delete from identity_sign_in where school_id = current_school()
                   and seen_at < case kind when 'browser' then ?::timestamptz else ?::timestamptz end
                """,
                browsersSince,
                programsSince);
    }

    private static Device device(ResultSet row) throws SQLException {
        return new Device(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("device"),
                row.getString("ip"),
                TenantSql.instant(row, "begun_at"),
                TenantSql.instant(row, "seen_at"));
    }
}
