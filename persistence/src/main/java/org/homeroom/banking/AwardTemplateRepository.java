package org.homeroom.banking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.tenancy.TenantSql;

/** Reads and writes the templates of classes. */
@ApplicationScoped
public class AwardTemplateRepository {

    private static final String SELECT =
            "select id, class_id, kind, title, amount, active, version from banking_template ";

    @Inject TenantSql sql;

    /** Lists a class's templates: those in use first, rewards before fines, by title. */
    public List<AwardTemplate> ofClass(UUID classId) {
        return sql.list(
                SELECT + "where class_id = ? order by active desc, kind desc, title, id",
                AwardTemplateRepository::read,
                classId);
    }

    /** Finds one. */
    public Optional<AwardTemplate> byId(UUID id) {
        return sql.list(SELECT + "where id = ?", AwardTemplateRepository::read, id).stream()
                .findFirst();
    }

    /** Adds it. */
    public void add(AwardTemplate added) {
        sql.update(
                """
                insert into banking_template (school_id, id, class_id, kind, title, amount, active)
                  values (current_school(), ?, ?, ?, ?, ?, ?)
                """,
                added.id(),
                added.classId(),
                added.kind().wire(),
                added.title(),
                added.amount(),
                added.active());
    }

    /** Changes it; false when somebody changed it since the version that it carries. */
    public boolean change(AwardTemplate changed) {
        return sql.update(
                        """
                        update banking_template
                          set kind = ?, title = ?, amount = ?, active = ?, version = version + 1
                          where id = ? and version = ?
                        """,
                        changed.kind().wire(),
                        changed.title(),
                        changed.amount(),
                        changed.active(),
                        changed.id(),
                        changed.version())
                == 1;
    }

    private static AwardTemplate read(ResultSet row) throws SQLException {
        return new AwardTemplate(
                row.getObject("id", UUID.class),
                row.getObject("class_id", UUID.class),
                AwardKind.of(row.getString("kind")).orElseThrow(),
                row.getString("title"),
                row.getLong("amount"),
                row.getBoolean("active"),
                row.getLong("version"));
    }
}
