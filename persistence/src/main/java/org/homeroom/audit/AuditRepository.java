package org.homeroom.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.homeroom.kernel.Origin;
import org.homeroom.kernel.PersonalColumn;
import org.homeroom.kernel.PersonalSeal;

/** The audit of the bound school; the table takes the school from the transaction. */
@ApplicationScoped
public class AuditRepository {

    // Text with casts, because a null uuid or jsonb would arrive at PostgreSQL as varchar.
    private static final String INSERT =
            """
            insert into audit_entry
              (actor_id, action, subject_type, subject_id, before_state, after_state, request_id, ip)
            values (cast(?1 as uuid), ?2, ?3, ?4, cast(?5 as jsonb), cast(?6 as jsonb), ?7, ?8)
            """;

    private static final String SELECT =
            """
            select e.seq, cast(extract(epoch from e.at) * 1000000 as bigint),
                cast(e.actor_id as text), a.display_name, e.action, e.subject_type, e.subject_id,
                cast(e.before_state as text), cast(e.after_state as text), e.request_id, e.ip
              from audit_entry e
              left join identity_account a on a.school_id = e.school_id and a.id = e.actor_id
              where (cast(?1 as uuid) is null or e.actor_id = cast(?1 as uuid))
                and (cast(?2 as text) is null or e.action = ?2 or starts_with(e.action, ?2 || '.'))
                and (cast(?3 as text) is null or e.subject_id = ?3 or e.subject_type = ?3)
                and (cast(?4 as timestamptz) is null or e.at >= cast(?4 as timestamptz))
                and (cast(?5 as timestamptz) is null or e.at < cast(?5 as timestamptz))
            """;
    private static final PersonalColumn DISPLAY_NAME =
            new PersonalColumn("identity_account", "display_name");
    private static final long MICROS = 1_000_000;
    private static final int NANOS = 1000;

    @PersistenceContext(unitName = "homeroom")
    EntityManager entities;

    @Inject PersonalSeal seal;

    /** Appends the deed of whoever is at work on this thread. */
    public void add(AuditEntry entry) {
        Origin origin = Origin.current();
        entities.createNativeQuery(INSERT)
                .setParameter(1, Objects.toString(origin.actorId(), null))
                .setParameter(2, entry.action())
                .setParameter(3, entry.subjectType())
                .setParameter(4, entry.subjectId())
                .setParameter(5, entry.before())
                .setParameter(6, entry.after())
                .setParameter(7, origin.requestId())
                .setParameter(8, origin.ip())
                .executeUpdate();
    }

    /** Reads deeds on from a number, oldest first. */
    public List<AuditRow> after(AuditSearch search, long after, int limit) {
        return rows(search, SELECT + " and e.seq > ?6 order by e.seq limit ?7", after, limit);
    }

    /** Reads deeds before a number, newest first. */
    public List<AuditRow> before(AuditSearch search, long before, int limit) {
        return rows(search, SELECT + " and e.seq < ?6 order by e.seq desc limit ?7", before, limit);
    }

    /** Tells whether whoever is at work on this thread did the same to the subject since then. */
    public boolean didSince(AuditEntry entry, Instant since) {
        return !entities.createNativeQuery(
                        """
                        select 1 from audit_entry where school_id = current_school()
                           and subject_type = ?1 and subject_id = ?2 and action = ?3
                           and actor_id is not distinct from cast(?4 as uuid)
                           and after_state is not distinct from cast(?5 as jsonb)
                           and at > cast(?6 as timestamptz) limit 1
                        """)
                .setParameter(1, entry.subjectType())
                .setParameter(2, entry.subjectId())
                .setParameter(3, entry.action())
                .setParameter(4, Objects.toString(Origin.current().actorId(), null))
                .setParameter(5, entry.after())
                .setParameter(6, since.toString())
                .getResultList()
                .isEmpty();
    }

    /** Counts the entries that a person made or that are about one. */
    public long countOf(UUID account) {
        return ((Number)
                        entities.createNativeQuery(
                                        """
                                        select count(*) from audit_entry where school_id = current_school()
                                           and (actor_id = cast(?1 as uuid) or subject_id = ?1)
                                        """)
                                .setParameter(1, account.toString())
                                .getSingleResult())
                .longValue();
    }

    /** Seals what is finished, up to a limit; returns how many entries. */
    public int sealNext(int limit) {
        return ((Number)
                        entities.createNativeQuery("select audit_seal_next(?1)")
                                .setParameter(1, limit)
                                .getSingleResult())
                .intValue();
    }

    /** Recomputes the chain. */
    public AuditProof prove() {
        Object[] row =
                (Object[])
                        entities.createNativeQuery(
                                        """
                                        select sealed, breach, (select count(*) from audit_entry
                                            where school_id = current_school()) from audit_prove()
                                        """)
                                .getSingleResult();
        return new AuditProof(
                ((Number) row[2]).longValue(), ((Number) row[0]).longValue(), (String) row[1]);
    }

    private List<AuditRow> rows(AuditSearch search, String sql, long bound, int limit) {
        Query query =
                entities.createNativeQuery(sql)
                        .setParameter(1, Objects.toString(search.actorId(), null))
                        .setParameter(2, search.action())
                        .setParameter(3, search.subject())
                        .setParameter(4, Objects.toString(search.from(), null))
                        .setParameter(5, Objects.toString(search.to(), null))
                        .setParameter(6, bound)
                        .setParameter(7, limit);
        List<AuditRow> rows = new ArrayList<>();
        for (Object found : query.getResultList()) {
            rows.add(row((Object[]) found));
        }
        return rows;
    }

    private AuditRow row(Object[] value) {
        UUID actor = value[2] == null ? null : UUID.fromString((String) value[2]);
        long micros = ((Number) value[1]).longValue();
        return new AuditRow(
                ((Number) value[0]).longValue(),
                Instant.ofEpochSecond(
                        Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * NANOS),
                actor,
                seal.open(DISPLAY_NAME, actor, (String) value[3]),
                (String) value[4],
                (String) value[5],
                (String) value[6],
                (String) value[7],
                (String) value[8],
                (String) value[9],
                (String) value[10]);
    }
}
