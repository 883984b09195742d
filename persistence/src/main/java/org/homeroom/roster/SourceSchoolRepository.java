package org.homeroom.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.homeroom.tenancy.TenantSql;

/** The schools of the installation by the key that rosters know them by. */
@ApplicationScoped
public class SourceSchoolRepository {

    @Inject TenantSql sql;

    /** Lists all schools, without the district, by name; a canary school for itself alone. */
    public List<SourceSchool> all() {
        return sql.list(
                """
                select id, name, sourced_id from tenancy_school
                 where kind = 'school' or kind = 'canary' and id = current_school()
                 order by name, id
                """,
                row ->
                        new SourceSchool(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                row.getString("sourced_id")));
    }

    /** Gives the bound school its key. */
    public void name(String sourcedId) {
        sql.update(
                """
                update tenancy_school set sourced_id = ?
                 where id = current_school() and sourced_id is distinct from ?
                """,
                sourcedId,
                sourcedId);
    }
}
