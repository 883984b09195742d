package org.homeroom.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.homeroom.identity.TestNames;
import org.homeroom.kernel.Ids;
import org.homeroom.kernel.TestDatabase;
import org.homeroom.tenancy.TenantDatabase;
import org.homeroom.tenancy.TestSql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MessagingRepositoryIT {

    private static final Instant AT = Instant.parse("2026-10-13T16:14:00Z");

    private final TestDatabase database = TestDatabase.get();
    private UUID school;
    private UUID classId;
    private UUID teacher;
    private UUID student;
    private UUID stranger;

    @BeforeEach
    void openRoom() throws Exception {
        school = database.newSchool();
        teacher = Ids.next();
        student = Ids.next();
        stranger = Ids.next();
        classId = Ids.next();
        in(
                school,
                connection -> {
                    account(connection, teacher, "Amani Okello", "adult");
                    account(connection, student, "Wanjiru M.", "student");
                    account(connection, stranger, "Otis G.", "student");
                    run(
                            connection,
                            "insert into roster_class (school_id, id, name, period, join_code,"
                                    + " teacher_id, created_at) values (?, ?, 'Maths 7', '2', ?, ?,"
                                    + " now())",
                            school,
                            classId,
                            joinCode(),
                            teacher);
                    repository(connection).fill(List.of(classId), AT);
                    repository(connection).addMember(classId, student, AT);
                    return null;
                });
    }

    @Test
    void theTeacherOwnsTheRoomAndItsStudentsAreInIt() throws Exception {
        ConversationRow room = rooms(teacher).get(0);

        assertEquals("Maths 7", room.name());
        assertEquals(classId, room.classId());
        assertEquals(2, room.members());
        assertEquals(room.id(), rooms(student).get(0).id());
        assertTrue(rooms(stranger).isEmpty());
    }

    @Test
    void aClassWithoutATeacherHasARoomWithoutAnOwner() throws Exception {
        in(
                school,
                connection -> {
                    run(
                            connection,
                            "update roster_class set teacher_id = null where id = ?",
                            classId);
                    repository(connection).fill(List.of(classId), AT);
                    return null;
                });

        assertTrue(rooms(teacher).isEmpty());
        assertEquals(1, rooms(student).get(0).members());
    }

    @Test
    void onlyMembersWriteAndKnowOfTheRoom() throws Exception {
        UUID room = rooms(teacher).get(0).id();

        in(
                school,
                connection -> {
                    MessagingRepository messages = repository(connection);
                    assertTrue(messages.post(room, stranger, "let me in", "c", AT).isEmpty());
                    assertTrue(messages.newest(room, stranger).isEmpty());
                    assertTrue(messages.newestOfClass(classId, stranger).isEmpty());
                    assertEquals(0, messages.newest(room, student).orElseThrow());
                    assertTrue(messages.after(room, 0, 10).isEmpty());
                    return null;
                });
    }

    @Test
    void theSameClientIdStoresOnce() throws Exception {
        UUID room = rooms(teacher).get(0).id();

        StoredMessage first = post(room, student, "2.1 kg!", "c-1");
        StoredMessage again = post(room, student, "2.1 kg!", "c-1");
        StoredMessage ofAnother = post(room, teacher, "How?", "c-1");

        assertFalse(first.replayed());
        assertTrue(again.replayed());
        assertEquals(first.seq(), again.seq());
        assertEquals(2, ofAnother.seq());
    }

    @Test
    void numbersHaveNoGapsWhoeverWritesAtOnce() throws Exception {
        UUID room = rooms(teacher).get(0).id();
        int writers = 4;
        int each = 25;
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        List<Future<?>> work = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            String name = "w" + writer;
            UUID sender = writer % 2 == 0 ? teacher : student;
            Callable<Void> task =
                    () -> {
                        for (int i = 0; i < each; i++) {
                            post(room, sender, "m" + i, name + "-" + i);
                            post(room, sender, "m" + i, name + "-" + i);
                        }
                        return null;
                    };
            work.add(threads.submit(task));
        }
        for (Future<?> one : work) {
            one.get();
        }
        threads.shutdown();

        List<Long> numbers =
                in(
                        school,
                        connection ->
                                repository(connection).after(room, 0, 1_000).stream()
                                        .map(Message::seq)
                                        .toList());

        assertEquals(LongStream.rangeClosed(1, writers * each).boxed().toList(), numbers);
    }

    @Test
    void aMessageThatIsRolledBackLeavesNoGap() throws Exception {
        UUID room = rooms(teacher).get(0).id();
        try (Connection connection = database.asSchool(school)) {
            repository(connection).post(room, teacher, "never said", "gone", AT);
            connection.rollback();
        }

        assertEquals(1, post(room, teacher, "said", "kept").seq());
    }

    @Test
    void historyComesInOrderWithNames() throws Exception {
        UUID room = rooms(teacher).get(0).id();
        post(room, student, "one", "1");
        post(room, teacher, "two", "2");
        post(room, student, "three", "3");

        List<Message> newest = in(school, c -> repository(c).before(room, Long.MAX_VALUE, 2));
        List<Message> missed = in(school, c -> repository(c).after(room, 1, 10));

        assertEquals(List.of("two", "three"), newest.stream().map(Message::text).toList());
        assertEquals(newest, missed);
        assertEquals("Amani Okello", newest.get(0).senderName());
        assertEquals(AT, newest.get(0).at());
    }

    @Test
    void unreadCountsWhatOthersWrote() throws Exception {
        UUID room = rooms(teacher).get(0).id();
        post(room, teacher, "one", "1");
        post(room, teacher, "two", "2");

        assertEquals(0, rooms(teacher).get(0).unread());
        assertEquals(2, rooms(student).get(0).unread());
        assertEquals("two", rooms(student).get(0).last().text());
        in(
                school,
                connection -> {
                    repository(connection).markRead(room, student, 99);
                    repository(connection).markRead(room, student, 1);
                    return null;
                });
        assertEquals(0, rooms(student).get(0).unread());
    }

    @Test
    void aNewListNamesWhoCameAndWhoLeft() throws Exception {
        UUID successor = Ids.next();
        in(
                school,
                connection -> {
                    account(connection, successor, "Nia Reyes", "adult");
                    run(
                            connection,
                            "update roster_class set teacher_id = ? where id = ?",
                            successor,
                            classId);
                    MessagingRepository messages = repository(connection);

                    assertEquals(Set.of(teacher, successor), messages.fill(List.of(classId), AT));
                    assertEquals(Set.of(), messages.fill(List.of(classId), AT));
                    return null;
                });
        assertTrue(rooms(teacher).isEmpty());
    }

    @Test
    void anotherSchoolSeesNothingAndWritesNothing() throws Exception {
        UUID room = rooms(teacher).get(0).id();
        post(room, teacher, "ours", "1");
        UUID other = database.newSchool();

        in(
                other,
                connection -> {
                    MessagingRepository messages = repository(connection);
                    assertTrue(messages.after(room, 0, 10).isEmpty());
                    assertTrue(messages.conversations(teacher).isEmpty());
                    assertTrue(messages.post(room, teacher, "theirs", "2", AT).isEmpty());
                    return null;
                });
    }

    @Test
    void whatWasSaidCannotBeChangedOrTakenBack() throws Exception {
        UUID room = rooms(teacher).get(0).id();
        post(room, teacher, "said", "1");

        for (String sql :
                List.of(
                        "update messaging_message set text = 'unsaid'",
                        "delete from messaging_message")) {
            try (Connection connection = database.asSchool(school);
                    Statement statement = connection.createStatement()) {
                SQLException refused =
                        assertThrows(SQLException.class, () -> statement.execute(sql));
                assertEquals("42501", refused.getSQLState());
            }
        }
    }

    private List<ConversationRow> rooms(UUID account) throws Exception {
        return in(school, connection -> repository(connection).conversations(account));
    }

    private StoredMessage post(UUID room, UUID sender, String text, String clientId)
            throws Exception {
        return in(
                school,
                connection ->
                        repository(connection)
                                .post(room, sender, text, clientId, AT)
                                .orElseThrow());
    }

    private <T> T in(UUID of, Work<T> work) throws Exception {
        try (Connection connection = database.asSchool(of)) {
            T result = work.run(connection);
            connection.commit();
            return result;
        }
    }

    private static MessagingRepository repository(Connection connection) {
        MessagingRepository repository = new MessagingRepository();
        repository.database =
                new TenantDatabase() {
                    @Override
                    public Connection connection() {
                        return withoutClosing(connection);
                    }
                };
        repository.sql = TestSql.over(repository.database);
        repository.names = TestNames.accounts();
        return repository;
    }

    /** Closing a handle must not end the test's transaction, as it does not end the server's. */
    private static Connection withoutClosing(Connection connection) {
        return (Connection)
                Proxy.newProxyInstance(
                        MessagingRepositoryIT.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (proxy, method, arguments) -> {
                            try {
                                boolean closes = method.getName().equals("close");
                                return closes ? null : method.invoke(connection, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    private void account(Connection connection, UUID id, String name, String kind)
            throws SQLException {
        run(
                connection,
                "insert into identity_account (school_id, id, username, display_name, kind)"
                        + " values (?, ?, ?, ?, ?)",
                school,
                id,
                "u" + id.toString().replace("-", ""),
                name,
                kind);
    }

    private static String joinCode() {
        String letters = "ABCDEFGHJKLMNPQRSTUVWXYZ";
        StringBuilder code = new StringBuilder();
        long bits = UUID.randomUUID().getLeastSignificantBits() >>> 1;
        for (int i = 0; i < 6; i++, bits /= letters.length()) {
            code.append(letters.charAt((int) (bits % letters.length())));
        }
        return code.toString();
    }

    private static void run(Connection connection, String sql, Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }

    private interface Work<T> {
        T run(Connection connection) throws Exception;
    }
}
