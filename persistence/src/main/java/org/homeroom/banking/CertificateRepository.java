package org.homeroom.banking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.ledger.IdempotencyConflict;
import org.homeroom.roster.SeatNames;
import org.homeroom.tenancy.TenantSql;

/** Locks savings, ends it early and reads what is locked (migration V0110). */
@ApplicationScoped
public class CertificateRepository {

    private static final String SELECT =
            """
            select c.*, s.id as seat_id, s.first_name, s.last_initial
              from banking_certificate c
              left join roster_seat s on s.school_id = c.school_id and s.class_id = c.class_id
                and s.student_id = c.student_id
            """;

    @Inject TenantSql sql;
    @Inject SeatNames names;

    /**
     * Locks savings; the same id again locks nothing more.
     *
     * @throws IdempotencyConflict when the id was used for other content
     */
    public LockedSavings open(
            UUID id, UUID student, BankProduct product, long amount, LocalDate today, Instant now) {
        return MoneyRepository.guarded(
                "certificate:" + id,
                () ->
                        sql.list(
                                        "select * from banking_certificate_open(?, ?, ?, ?, ?, ?)",
                                        row ->
                                                new LockedSavings(
                                                        row.getString("outcome"),
                                                        row.getLong("holds")),
                                        id,
                                        student,
                                        product.id(),
                                        amount,
                                        today,
                                        now)
                                .get(0));
    }

    /**
     * Ends one: with its interest from the day it matures, before that less its penalty.
     *
     * @return false when it was not open any more
     */
    public boolean end(Certificate one, LocalDate today, Instant now) {
        return sql.list(
                        "select outcome from banking_certificate_end(?, ?, ?, ?, ?)",
                        row -> row.getString("outcome").equals("posted"),
                        one.id(),
                        !one.isDue(today),
                        "certificate-early:" + one.id() + ":" + now,
                        one.studentId(),
                        now)
                .get(0);
    }

    /** Finds one. */
    public Optional<Certificate> byId(UUID id) {
        return sql.list(SELECT + "where c.id = ?", this::read, id).stream().findFirst();
    }

    /** Lists a class's certificates, what is locked first, then by the day they mature. */
    public List<Certificate> ofClass(UUID classId) {
        return sql.list(
                SELECT
                        + "where c.class_id = ? order by c.state <> 'open', c.matures_on, c.opened_at, c.id",
                this::read,
                classId);
    }

    /** Lists a student's certificates of a class in the same order. */
    public List<Certificate> ofStudent(UUID classId, UUID student) {
        return sql.list(
                SELECT
                        + "where c.class_id = ? and c.student_id = ?"
                        + " order by c.state <> 'open', c.matures_on, c.opened_at, c.id",
                this::read,
                classId,
                student);
    }

    private Certificate read(ResultSet row) throws SQLException {
        return new Certificate(
                row.getObject("id", UUID.class),
                row.getObject("class_id", UUID.class),
                row.getObject("student_id", UUID.class),
                names.inShort(row),
                row.getString("title"),
                row.getLong("amount"),
                row.getLong("rate_micros"),
                row.getInt("weeks"),
                row.getLong("interest"),
                row.getObject("penalty", Long.class),
                TenantSql.instant(row, "opened_at"),
                row.getObject("matures_on", LocalDate.class),
                row.getString("state"));
    }
}
