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

    // Of each subject: its id, whose name it goes by and that one's id, the name and what follows
    // it.
    private static final String SELECT =
            """
            with asked as (select cast(a as uuid) as id from unnest(string_to_array(?1, ',')) a)
            select cast(id as text), 'class', cast(id as text), name, '' from roster_class
              where school_id = current_school() and id in (select id from asked)
            union all
            select cast(id as text), 'account', cast(id as text), display_name, ''
              from identity_account
              where school_id = current_school() and id in (select id from asked)
            union all
            select cast(id as text), 'product', cast(id as text), title, '' from banking_product
              where school_id = current_school() and id in (select id from asked)
            union all
            select cast(x.id as text), 'run', cast(x.id as text), c.name, '' from (
                select id, class_id from payroll_run where school_id = current_school()
                union all
                select id, class_id from banking_run where school_id = current_school()) x
              join roster_class c on c.school_id = current_school() and c.id = x.class_id
              where x.id in (select id from asked)
            union all
            select cast(x.id as text), 'seat', cast(s.id as text), s.first_name,
                ' ' || s.last_initial || '.' from (
                select id, class_id, student_id from banking_loan where school_id = current_school()
                union all
                select id, class_id, student_id from banking_certificate
                  where school_id = current_school()) x
              join roster_seat s on s.school_id = current_school() and s.class_id = x.class_id
                and s.student_id = x.student_id
              where x.id in (select id from asked)
            union all
            select cast(id as text), 'seat', cast(id as text), first_name,
                ' ' || last_initial || '.' from roster_seat
              where school_id = current_school() and id in (select id from asked)
            union all
            select cast(t.id as text), 'seat', cast(s.id as text), s.first_name,
                ' ' || s.last_initial || '., '
                || cast(cast(t.at at time zone coalesce(c.zone, h.zone) as date) as text)
              from attendance_tap t
              join tenancy_school h on h.id = t.school_id
              join roster_class c on c.school_id = t.school_id and c.id = t.class_id
              join roster_seat s on s.school_id = t.school_id and s.class_id = t.class_id
                and s.student_id = t.student_id
              where t.school_id = current_school() and t.id in (select id from asked)
            union all
            select cast(e.id as text), 'entry', cast(e.id as text), e.description, ''
              from ledger_book b
              join ledger_entry e on e.school_id = b.school_id and e.book_id = b.id
              where b.school_id = current_school() and e.id in (select id from asked)
                and e.description <> ''
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
            String name = name((String) row[1], UUID.fromString((String) row[2]), (String) row[3]);
            if (name != null) {
                names.put(UUID.fromString((String) row[0]), name + row[4]);
            }
        }
        return names;
    }

    private String name(String type, UUID id, String stored) {
        PersonalColumn column = SEALED.get(type);
        return column == null ? stored : seal.open(column, id, stored);
    }
}
