package org.homeroom.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Objects;
import org.homeroom.kernel.Origin;

/** Appends to the audit of the bound school; the table takes the school from the transaction. */
@ApplicationScoped
public class AuditRepository {

    // Text with casts, because a null uuid or jsonb would arrive at PostgreSQL as varchar.
    private static final String INSERT =
            """
            insert into audit_entry
              (actor_id, action, subject_type, subject_id, before_state, after_state, request_id, ip)
            values (cast(?1 as uuid), ?2, ?3, ?4, cast(?5 as jsonb), cast(?6 as jsonb), ?7, ?8)
            """;

    @PersistenceContext(unitName = "homeroom")
    EntityManager entities;

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
}
