package org.homeroom.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.homeroom.kernel.Language;
import org.homeroom.tenancy.TenantDatabase;

/** Accounts and roles of the bound school. */
@ApplicationScoped
public class AccountRepository {

    private static final String SELECT =
            """
            select a.school_id, a.id, a.username, a.display_name, a.password_hash, a.pin_hash,
                   a.passphrase_hash, a.language, a.version,
                   a.disabled_at is not null or coalesce(a.expires_at <= now(), false) as disabled,
                   array(select r.role from identity_role r
                          where r.school_id = a.school_id and r.account_id = a.id) as roles
              from identity_account a
            """;

    @Inject TenantDatabase database;
    @Inject AccountNames names;

    /** Finds by user name, in any capitals. */
    public Optional<Account> byUsername(String username) {
        return find(
                SELECT
                        + """
                        where a.school_id = current_school() and (a.username_mark = ?
                          or a.username_mark is null and lower(a.username) = lower(?))
                        """,
                names.mark(username),
                username);
    }

    /** Finds by id. */
    public Optional<Account> byId(UUID id) {
        return find(SELECT + "where a.school_id = current_school() and a.id = ?", id);
    }

    /** Finds whose badge it is, by the hash of its code. */
    public Optional<Account> byBadge(byte[] codeHash) {
        return find(
                SELECT
                        + """
                        join identity_badge b on b.school_id = a.school_id and b.account_id = a.id
                        where a.school_id = current_school() and b.code_hash = ?
                        """,
                codeHash);
    }

    /** Returns the user names of these accounts. */
    public Map<UUID, String> usernames(Collection<UUID> ids) {
        String sql =
                "select id, username from identity_account"
                        + " where school_id = current_school() and id = any (?)";
        try (Connection connection = database.connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray(UUID[]::new)));
            Map<UUID, String> found = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    UUID id = row.getObject(1, UUID.class);
                    found.put(id, names.username(id, row.getString(2)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("the user names could not be read", e);
        }
    }

    /** Finds who has had the role longest among those who may enter. */
    public Optional<Account> anyWith(String role) {
        return find(
                SELECT
                        + """
                        join identity_role held
                          on held.school_id = a.school_id and held.account_id = a.id and held.role = ?
                        where a.school_id = current_school() and a.disabled_at is null
                          and coalesce(a.expires_at > now(), true)
                        order by a.created_at, a.id limit 1
                        """,
                role);
    }

    /** Tells whether the user name is taken, in any capitals. */
    public boolean isTaken(String username) {
        return byUsername(username).isPresent();
    }

    /**
     * Stores a new account with its roles in the bound school.
     *
     * @param end from when on it is closed, null for never
     * @return false when the user name is taken; nothing is stored then
     */
    public boolean add(Account account, Instant end) {
        String sql =
                """
                insert into identity_account
                  (school_id, id, username, username_mark, display_name, kind, password_hash, pin_hash,
                   passphrase_hash, expires_at)
                select current_school(), ?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz
                 where not exists (select from identity_account a where a.school_id = current_school()
                   and a.username_mark is null and lower(a.username) = lower(?))
                on conflict (school_id, username_mark) do nothing
                """;
        String kind = account.roles().contains(Roles.STUDENT) ? "student" : "adult";
        boolean stored =
                update(
                        sql,
                        account.id(),
                        names.sealUsername(account.id(), account.username()),
                        names.mark(account.username()),
                        names.sealDisplayName(account.id(), account.displayName()),
                        kind,
                        account.passwordHash(),
                        account.pinHash(),
                        account.passphraseHash(),
                        end == null ? null : end.atOffset(ZoneOffset.UTC),
                        account.username());
        if (stored) {
            account.roles().forEach(role -> addRole(account.id(), role));
        }
        return stored;
    }

    /** Gives the role; nothing happens when the person has it. */
    public void addRole(UUID accountId, String role) {
        update(
                "insert into identity_role (school_id, account_id, role) values (current_school(), ?, ?)"
                        + " on conflict do nothing",
                accountId,
                role);
    }

    /** Makes a student's role that of a demonstration student, and the account one for a time. */
    public void tryOut(UUID id, Instant end) {
        update(
                "delete from identity_role where school_id = current_school() and account_id = ?",
                id);
        addRole(id, Roles.DEMONSTRATION_STUDENT);
        close(id, end);
    }

    /** Closes an account for good from then on. */
    public void close(UUID id, Instant now) {
        update(
                "update identity_account set expires_at = ?, version = version + 1"
                        + " where school_id = current_school() and id = ?",
                now.atOffset(ZoneOffset.UTC),
                id);
    }

    /** Replaces the user name; false when somebody else has it, and nothing changes then. */
    public boolean changeUsername(UUID id, String username) {
        return update(
                """
                update identity_account a set username = ?, username_mark = ?, version = version + 1
                 where a.school_id = current_school() and a.id = ?
                   and not exists (select from identity_account o where o.school_id = a.school_id
                         and o.id <> a.id and (o.username_mark = ?
                           or o.username_mark is null and lower(o.username) = lower(?)))
                """,
                names.sealUsername(id, username),
                names.mark(username),
                id,
                names.mark(username),
                username);
    }

    /** Replaces the password. */
    public void changePassword(UUID id, String hash) {
        update(
                "update identity_account set password_hash = ?, version = version + 1"
                        + " where school_id = current_school() and id = ?",
                hash,
                id);
    }

    /**
     * Replaces a student's PIN and passphrase; null for both makes the account unusable until then.
     */
    public void changeStudentProofs(UUID id, String pinHash, String passphraseHash) {
        update(
                "update identity_account set pin_hash = ?, passphrase_hash = ?, version = version + 1"
                        + " where school_id = current_school() and id = ?",
                pinHash,
                passphraseHash,
                id);
    }

    /** Replaces a student's PIN alone. */
    public void changePin(UUID id, String hash) {
        update(
                "update identity_account set pin_hash = ?, version = version + 1"
                        + " where school_id = current_school() and id = ?",
                hash,
                id);
    }

    /** Replaces a student's passphrase alone. */
    public void changePassphrase(UUID id, String hash) {
        update(
                "update identity_account set passphrase_hash = ?, version = version + 1"
                        + " where school_id = current_school() and id = ?",
                hash,
                id);
    }

    /** Replaces the language that the person reads; null follows the school. */
    public void changeLanguage(UUID id, Language language) {
        update(
                "update identity_account set language = ?, version = version + 1"
                        + " where school_id = current_school() and id = ?",
                language == null ? null : language.code(),
                id);
    }

    private Optional<Account> find(String sql, Object... keys) {
        try (Connection connection = database.connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < keys.length; i++) {
                statement.setObject(i + 1, keys[i]);
            }
            List<Account> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(account(row));
                }
            }
            return found.stream().findFirst();
        } catch (SQLException e) {
            throw new IllegalStateException("the account could not be read", e);
        }
    }

    private boolean update(String sql, Object... values) {
        try (Connection connection = database.connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate() > 0;
        } catch (SQLException e) {
            throw new IllegalStateException("the account could not be stored", e);
        }
    }

    private Account account(ResultSet row) throws SQLException {
        Array roles = row.getArray("roles");
        UUID id = row.getObject("id", UUID.class);
        return new Account(
                row.getObject("school_id", UUID.class),
                id,
                names.username(id, row.getString("username")),
                names.displayName(id, row.getString("display_name")),
                Set.of((String[]) roles.getArray()),
                row.getString("password_hash"),
                row.getString("pin_hash"),
                row.getString("passphrase_hash"),
                row.getBoolean("disabled"),
                Language.of(row.getString("language")).orElse(null),
                row.getLong("version"));
    }
}
