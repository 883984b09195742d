package org.homeroom.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.homeroom.kernel.PersonalColumn;
import org.homeroom.kernel.PersonalSeal;

/** Names what deeds of the bound school were done to, for people who read the audit. */
@ApplicationScoped
public class SubjectNames {

    private static final Map<String, PersonalColumn> SEALED =
            Map.of(
                    "account", new PersonalColumn("identity_account", "display_name"),
                    "seat", new PersonalColumn("roster_seat", "first_name"));

    private static final String SELECT =
            """
            with asked as (select cast(a as uuid) as id from unnest(string_to_array(?1, ',')) a)
            select 'class', cast(id as text), name, '' from roster_class
              where school_id = current_school() and id in (select id from asked)
            union all
            select 'account', cast(id as text), display_name, '' from identity_account
              where school_id = current_school() and id in (select id from asked)
            union all
            select 'seat', cast(id as text), first_name, ' ' || last_initial || '.' from roster_seat
              where school_id = current_school() and id in (select id from asked)
            union all
            select 'run', cast(r.id as text), c.name, '' from payroll_run r
              join roster_class c on c.school_id = r.school_id and c.id = r.class_id
              where r.school_id = current_school() and r.id in (select id from asked)
            union all
            select 'run', cast(r.id as text), c.name, '' from banking_run r
              join roster_class c on c.school_id = r.school_id and c.id = r.class_id
              where r.school_id = current_school() and r.id in (select id from asked)
            """;

    @PersistenceContext(unitName = "homeroom")
    EntityManager entities;

    @Inject PersonalSeal seal;

    /** Returns the names by id; what is gone or has no name is left out. */
    public Map<UUID, String> of(Collection<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        if (ids.isEmpty()) {
            return names;
        }
        String asked = String.join(",", Set.copyOf(ids).stream().map(UUID::toString).toList());
        for (Object found :
                entities.createNativeQuery(SELECT).setParameter(1, asked).getResultList()) {
            Object[] row = (Object[]) found;
            UUID id = UUID.fromString((String) row[1]);
            String name = name((String) row[0], id, (String) row[2]);
            if (name != null) {
                names.put(id, name + row[3]);
            }
        }
        return names;
    }

    private String name(String type, UUID id, String stored) {
        PersonalColumn column = SEALED.get(type);
        return column == null ? stored : seal.open(column, id, stored);
    }
}
