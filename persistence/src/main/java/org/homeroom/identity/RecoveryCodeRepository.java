package org.homeroom.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.homeroom.tenancy.TenantDatabase;

/** Recovery codes of the bound school, by their marks. */
@ApplicationScoped
public class RecoveryCodeRepository {

    private static final String OF_ACCOUNT =
            " where school_id = current_school() and account_id = ?";

    @Inject TenantDatabase database;

    /** Replaces the person's codes; none leaves them without. */
    public void replace(UUID accountId, List<byte[]> marks) {
        String insert =
                "insert into identity_recovery_code (school_id, account_id, mark)"
                        + " values (current_school(), ?, ?)";
        try (Connection connection = database.connection();
                PreparedStatement old =
                        connection.prepareStatement(
                                "delete from identity_recovery_code" + OF_ACCOUNT);
                PreparedStatement fresh = connection.prepareStatement(insert)) {
            old.setObject(1, accountId);
            old.executeUpdate();
            for (byte[] mark : marks) {
                fresh.setObject(1, accountId);
                fresh.setBytes(2, mark);
                fresh.addBatch();
            }
            fresh.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("the recovery codes could not be stored", e);
        }
    }

    /** Takes the code; false when it is unknown or was taken before, by whichever node. */
    public boolean take(UUID accountId, byte[] mark, Instant now) {
        String sql =
                "update identity_recovery_code set used_at = ?"
                        + OF_ACCOUNT
                        + " and mark = ? and used_at is null";
        try (Connection connection = database.connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.setObject(2, accountId);
            statement.setBytes(3, mark);
            return statement.executeUpdate() > 0;
        } catch (SQLException e) {
            throw new IllegalStateException("the recovery code could not be taken", e);
        }
    }

    /** Returns how many codes are left. */
    public int left(UUID accountId) {
        String sql =
                "select count(*)::integer from identity_recovery_code"
                        + OF_ACCOUNT
                        + " and used_at is null";
        try (Connection connection = database.connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, accountId);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the recovery codes could not be counted", e);
        }
    }
}
