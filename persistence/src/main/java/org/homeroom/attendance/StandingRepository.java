package org.homeroom.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.homeroom.tenancy.TenantSql;

/** Where students stand, counted anew from their taps by the functions of V0041 to V0196. */
@ApplicationScoped
public class StandingRepository {

    @Inject TenantSql sql;

    /** Lists the classes with taps that go by the school's time zone. */
    public List<UUID> followingTheSchool() {
        return sql.list(
                """
                select c.id from roster_class c
                 where c.zone is null and exists (
                       select from attendance_standing s
                        where s.school_id = c.school_id and s.class_id = c.id)
                 order by c.id
                """,
                row -> row.getObject("id", UUID.class));
    }

    /** Counts all students of a class anew; their taps wait until the transaction ends. */
    public void recount(UUID classId) {
        sql.list(
                """
                select attendance_restand(class_id, array_agg(student_id), true)
                  from attendance_standing where class_id = ? group by class_id
                """,
                row -> null,
                classId);
    }
}
