package org.homeroom.banking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.homeroom.ledger.IdempotencyConflict;
import org.homeroom.tenancy.TenantSql;

/** Moves students' money by the class's rules (migration V0071). */
@ApplicationScoped
public class MoneyRepository {

    private static final String OTHER_CONTENT = "HR409";

    @Inject TenantSql sql;

    /**
     * Moves every share or none: when somebody is short, the answer has only those.
     *
     * @throws IdempotencyConflict when the key was used for other content
     */
    public List<MovedMoney> move(MoneyMove move) {
        return guarded(
                move.key(),
                () ->
                        sql.list(
                                "select * from banking_move(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::uuid)",
                                MoneyRepository::moved,
                                move.classId(),
                                move.key(),
                                move.kind(),
                                move.text(),
                                move.causeType(),
                                move.account(),
                                move.counter(),
                                ids(move, MoneyMove.Share::studentId),
                                ids(move, MoneyMove.Share::causeId),
                                move.shares().stream()
                                        .map(MoneyMove.Share::amount)
                                        .toArray(Long[]::new),
                                move.actorId()));
    }

    /**
     * Moves money between two accounts of one class.
     *
     * @throws IdempotencyConflict when the key was used for other content
     */
    public TransferOutcome transfer(Transfer transfer) {
        return guarded(
                transfer.key(),
                () ->
                        sql.list(
                                        "select * from banking_transfer(?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?::bigint)",
                                        row ->
                                                new TransferOutcome(
                                                        row.getString("outcome"),
                                                        row.getObject("entry_id", UUID.class),
                                                        row.getObject("balance_after", Long.class),
                                                        row.getLong("holds"),
                                                        row.getLong("sent"),
                                                        row.getBoolean("replayed")),
                                        transfer.from(),
                                        transfer.to(),
                                        transfer.amount(),
                                        transfer.key(),
                                        transfer.kind(),
                                        transfer.text(),
                                        transfer.toOwner(),
                                        transfer.actorId(),
                                        transfer.limitSince(),
                                        transfer.limit())
                                .get(0));
    }

    /** Finds any account of a person in the bound school, to send money to. */
    public Optional<Payee> payee(UUID accountId) {
        return sql
                .list(
                        """
                        select id, class_id, owner_id, kind from ledger_account
                          where id = ? and owner_id is not null
                        """,
                        row ->
                                new Payee(
                                        row.getObject("id", UUID.class),
                                        row.getObject("class_id", UUID.class),
                                        row.getObject("owner_id", UUID.class),
                                        row.getString("kind")),
                        accountId)
                .stream()
                .findFirst();
    }

    /** Runs work that raises HR409 when its key was used for other content. */
    static <T> T guarded(String key, Supplier<T> work) {
        try {
            return work.get();
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof SQLException cause
                    && OTHER_CONTENT.equals(cause.getSQLState())) {
                throw new IdempotencyConflict(key);
            }
            throw e;
        }
    }

    private static UUID[] ids(MoneyMove move, Function<MoneyMove.Share, UUID> id) {
        return move.shares().stream().map(id).toArray(UUID[]::new);
    }

    static MovedMoney moved(ResultSet row) throws SQLException {
        return new MovedMoney(
                row.getObject("student_id", UUID.class),
                row.getObject("entry_id", UUID.class),
                row.getLong("amount"),
                row.getObject("balance_after", Long.class),
                row.getLong("holds"),
                row.getLong("spare"),
                row.getString("outcome"),
                row.getBoolean("replayed"));
    }
}
