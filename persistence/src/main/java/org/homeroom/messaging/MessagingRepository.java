package org.homeroom.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.homeroom.identity.AccountNames;
import org.homeroom.tenancy.TenantDatabase;
import org.homeroom.tenancy.TenantSql;

/** Conversations, members and messages of the bound school, in plain SQL. */
@ApplicationScoped
public class MessagingRepository {

    private static final String MESSAGES =
            """
            select m.conversation_id, m.seq, m.sender_id, m.text, m.client_id, m.sent_at, m.by_guest,
                   a.display_name as sender_name
            from messaging_message m
            left join identity_account a on a.school_id = m.school_id and a.id = m.sender_id
            where m.conversation_id = ?
            """;

    private static final String CONVERSATIONS =
            """
            select c.id, c.class_id, c.name, c.last_seq, me.read_seq,
                   coalesce(k.zone, s.zone) as zone,
                   (select count(*) from messaging_member o
                     where o.conversation_id = c.id and o.role <> 'guest') as members,
                   (select count(*) from messaging_member o
                     join identity_account g on g.school_id = o.school_id and g.id = o.account_id
                     where o.conversation_id = c.id and o.role = 'guest'
                       and g.disabled_at is null and g.expires_at > now()) as guests,
                   m.conversation_id, m.seq, m.sender_id, m.text, m.client_id, m.sent_at, m.by_guest,
                   a.display_name as sender_name
            from messaging_member me
            join messaging_conversation c on c.id = me.conversation_id
            join roster_class k on k.school_id = c.school_id and k.id = c.class_id
            join tenancy_school s on s.id = c.school_id
            left join messaging_message m on m.conversation_id = c.id and m.seq = c.last_seq
            left join identity_account a on a.school_id = m.school_id and a.id = m.sender_id
            where me.account_id = ?
            order by m.sent_at desc nulls last, c.name
            """;

    @Inject TenantDatabase database;
    @Inject TenantSql sql;
    @Inject AccountNames names;

    /** Puts a person into the class's room; nothing happens when the person is in it. */
    public void addMember(UUID classId, UUID accountId, Instant at) {
        String sql =
                """
                insert into messaging_member (school_id, conversation_id, account_id, role, joined_at)
                select school_id, id, ?, 'member', ? from messaging_conversation where class_id = ?
                on conflict do nothing
                """;
        try (Connection connection = database.connection()) {
            run(connection, sql, accountId, Timestamp.from(at), classId);
        } catch (SQLException e) {
            throw new IllegalStateException("the member could not be added", e);
        }
    }

    /** Puts a guest into the conversation. */
    public void addGuest(UUID conversationId, UUID accountId, Instant at) {
        sql.update(
                """
                insert into messaging_member (school_id, conversation_id, account_id, role, joined_at)
                values (current_school(), ?, ?, 'guest', ?)
                """,
                conversationId,
                accountId,
                at);
    }

    /** Takes a guest out of the conversation. */
    public void dropGuest(UUID conversationId, UUID accountId) {
        sql.update(
                """
                delete from messaging_member where school_id = current_school()
                   and conversation_id = ? and account_id = ? and role = 'guest'
                """,
                conversationId,
                accountId);
    }

    /** Returns the conversation's name; empty when there is no such conversation. */
    public Optional<String> name(UUID conversationId) {
        return sql
                .list(
                        """
                        select name from messaging_conversation
                         where school_id = current_school() and id = ?
                        """,
                        row -> row.getString("name"),
                        conversationId)
                .stream()
                .findFirst();
    }

    /** Returns the zone in which the conversation's times are shown, the class's. */
    public Optional<ZoneId> zone(UUID conversationId) {
        return sql
                .list(
                        """
                        select coalesce(k.zone, s.zone) from messaging_conversation c
                          join roster_class k on k.school_id = c.school_id and k.id = c.class_id
                          join tenancy_school s on s.id = c.school_id
                         where c.school_id = current_school() and c.id = ?
                        """,
                        row -> ZoneId.of(row.getString(1)),
                        conversationId)
                .stream()
                .findFirst();
    }

    /**
     * Brings the rooms of classes into line with their lists, in sets: opens rooms, names them,
     * lets teachers and students in and those who left out.
     *
     * @return who came into a room or left one
     */
    public Set<UUID> fill(List<UUID> classIds, Instant at) {
        UUID[] classes = classIds.toArray(UUID[]::new);
        sql.update(
                """
                insert into messaging_conversation (school_id, id, class_id, name, created_at)
                select school_id, gen_random_uuid(), id, name, ? from roster_class
                 where school_id = current_school() and id = any (?)
                on conflict do nothing
                """,
                at,
                classes);
        sql.update(
                """
                update messaging_conversation v set name = c.name from roster_class c
                 where c.school_id = current_school() and c.id = any (?) and v.school_id = c.school_id
                   and v.class_id = c.id and v.name <> c.name
                """,
                (Object) classes);
        Set<UUID> changed = new HashSet<>();
        changed.addAll(
                sql.list(
                        """
                delete from messaging_member m using messaging_conversation v, roster_class c
                 where m.school_id = current_school() and v.school_id = m.school_id and v.id = m.conversation_id
                   and c.school_id = v.school_id and c.id = v.class_id and c.id = any (?)
                   and (m.role = 'owner' and m.account_id is distinct from c.teacher_id
                     or exists (select from roster_seat s where s.school_id = c.school_id and s.class_id = c.id
                          and s.student_id = m.account_id and s.left_at is not null))
                returning m.account_id
                """,
                        MessagingRepository::account,
                        (Object) classes));
        changed.addAll(
                sql.list(
                        """
                insert into messaging_member (school_id, conversation_id, account_id, role, joined_at)
                select v.school_id, v.id, p.account_id, p.role, ?
                  from messaging_conversation v
                  join lateral (
                    select c.teacher_id, 'owner' from roster_class c
                     where c.school_id = v.school_id and c.id = v.class_id and c.teacher_id is not null
                    union all
                    select s.student_id, 'member' from roster_seat s
                     where s.school_id = v.school_id and s.class_id = v.class_id and s.student_id is not null
                       and s.left_at is null) p (account_id, role) on true
                 where v.school_id = current_school() and v.class_id = any (?)
                on conflict do nothing
                returning account_id
                """,
                        MessagingRepository::account,
                        at,
                        classes));
        return changed;
    }

    /** Stores a message under the room's next number; empty when the sender is not in the room. */
    public Optional<StoredMessage> post(
            UUID conversationId, UUID senderId, String text, String clientId, Instant at) {
        String sql = "select seq, text, sent_at, replayed from messaging_post(?, ?, ?, ?, ?)";
        try (Connection connection = database.connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, conversationId, senderId, text, clientId, Timestamp.from(at));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(stored(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the message could not be stored", e);
        }
    }

    /** Returns the newest number of a conversation this person is in; empty when not in it. */
    public OptionalLong newest(UUID conversationId, UUID accountId) {
        return number(
                """
                select c.last_seq from messaging_conversation c
                join messaging_member m on m.conversation_id = c.id
                where c.id = ? and m.account_id = ?
                """,
                conversationId,
                accountId);
    }

    /** Tells by presence whether this person is in the class's room. */
    public OptionalLong newestOfClass(UUID classId, UUID accountId) {
        return number(
                """
                select c.last_seq from messaging_conversation c
                join messaging_member m on m.conversation_id = c.id
                where c.class_id = ? and m.account_id = ?
                """,
                classId,
                accountId);
    }

    /** Returns messages after the number, oldest first. */
    public List<Message> after(UUID conversationId, long seq, int limit) {
        return messages(
                MESSAGES + " and m.seq > ? order by m.seq limit ?", conversationId, seq, limit);
    }

    /** Returns the newest messages before the number, oldest first. */
    public List<Message> before(UUID conversationId, long seq, int limit) {
        List<Message> newestFirst =
                messages(
                        MESSAGES + " and m.seq < ? order by m.seq desc limit ?",
                        conversationId,
                        seq,
                        limit);
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    /** Returns the conversations this person is in, the one with the newest message first. */
    public List<ConversationRow> conversations(UUID accountId) {
        try (Connection connection = database.connection();
                PreparedStatement statement = connection.prepareStatement(CONVERSATIONS)) {
            set(statement, accountId);
            List<ConversationRow> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(conversation(row));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("the conversations could not be read", e);
        }
    }

    /**
     * Remembers that this person has read up to the number; never goes back, nor past the newest.
     */
    public void markRead(UUID conversationId, UUID accountId, long seq) {
        String sql =
                """
                update messaging_member m set read_seq = least(?, c.last_seq)
                from messaging_conversation c
                where c.id = m.conversation_id and m.conversation_id = ? and m.account_id = ?
                  and m.read_seq < least(?, c.last_seq)
                """;
        try (Connection connection = database.connection()) {
            run(connection, sql, seq, conversationId, accountId, seq);
        } catch (SQLException e) {
            throw new IllegalStateException("the read mark could not be stored", e);
        }
    }

    private List<Message> messages(String sql, Object... parameters) {
        try (Connection connection = database.connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, parameters);
            List<Message> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(message(row));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("the messages could not be read", e);
        }
    }

    private OptionalLong number(String sql, Object... parameters) {
        try (Connection connection = database.connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, parameters);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the membership could not be read", e);
        }
    }

    private static UUID account(ResultSet row) throws SQLException {
        return row.getObject(1, UUID.class);
    }

    /** Counts what the person has said. */
    public long countBy(UUID senderId) {
        return sql.list(
                        "select count(*) from messaging_message where school_id = current_school() and sender_id = ?",
                        row -> row.getLong(1),
                        senderId)
                .get(0);
    }

    private ConversationRow conversation(ResultSet row) throws SQLException {
        long newest = row.getLong("last_seq");
        return new ConversationRow(
                row.getObject("id", UUID.class),
                row.getObject("class_id", UUID.class),
                row.getString("name"),
                ZoneId.of(row.getString("zone")),
                row.getInt("members"),
                row.getInt("guests"),
                newest == 0 ? null : message(row),
                newest,
                row.getLong("read_seq"));
    }

    private Message message(ResultSet row) throws SQLException {
        UUID sender = row.getObject("sender_id", UUID.class);
        String name = names.displayName(sender, row.getString("sender_name"));
        return new Message(
                row.getObject("conversation_id", UUID.class),
                row.getLong("seq"),
                sender,
                name == null ? "Former member" : name,
                row.getBoolean("by_guest"),
                row.getString("text"),
                row.getString("client_id"),
                row.getTimestamp("sent_at").toInstant());
    }

    private static StoredMessage stored(ResultSet row) throws SQLException {
        return new StoredMessage(
                row.getLong("seq"),
                row.getString("text"),
                row.getTimestamp("sent_at").toInstant(),
                row.getBoolean("replayed"));
    }

    private static void run(Connection connection, String sql, Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, parameters);
            statement.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }
}
