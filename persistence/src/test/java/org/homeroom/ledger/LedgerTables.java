package org.homeroom.ledger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.homeroom.kernel.TestDatabase;
import org.homeroom.roster.TestSeatNames;
import org.homeroom.tenancy.TenantDatabase;

/**
 * A school with one book, its accounts, and the repositories as the application's role uses them.
 */
final class LedgerTables {

    final UUID school;
    final UUID book = UUID.randomUUID();
    final UUID expense;
    final List<UUID> people = new ArrayList<>();
    final JournalRepository journal = new JournalRepository();
    final LedgerAccountRepository accounts = new LedgerAccountRepository();
    final StatementRepository statements = new StatementRepository();
    final ClassEntryRepository classEntries = new ClassEntryRepository();
    final ProofRepository proofs = new ProofRepository();
    final HoldRepository holds = new HoldRepository();
    final BookRepository books = new BookRepository();
    final ClosedPeriodRepository periods = new ClosedPeriodRepository();
    private final ConcurrentMap<Thread, Connection> current = new ConcurrentHashMap<>();

    /** Work in a transaction of its own. */
    interface Work<T> {
        T call() throws SQLException;
    }

    LedgerTables(int students) throws SQLException {
        this(TestDatabase.get().newSchool(), students);
    }

    /** Opens another book of the same school. */
    LedgerTables another(int students) throws SQLException {
        return new LedgerTables(school, students);
    }

    private LedgerTables(UUID school, int students) throws SQLException {
        this.school = school;
        TenantDatabase database = new Current();
        journal.database = database;
        accounts.database = database;
        statements.database = database;
        classEntries.database = database;
        proofs.database = database;
        holds.database = database;
        books.database = database;
        periods.database = database;
        accounts.names = TestSeatNames.names();
        classEntries.names = accounts.names;
        holds.names = accounts.names;
        books.names = accounts.names;
        expense =
                inTransaction(
                        () -> {
                            accounts.openBook(school, book, "TOK");
                            accounts.open(school, book, "pay_expense", null);
                            accounts.open(school, book, "adjustment", null);
                            for (int i = 0; i < students; i++) {
                                UUID owner = UUID.randomUUID();
                                accounts.open(school, book, "checking", owner);
                                people.add(accounts.find(book, "checking", owner).orElseThrow());
                            }
                            return accounts.find(book, "pay_expense", null).orElseThrow();
                        });
    }

    /** Returns what repositories ask for the transaction's connection. */
    TenantDatabase database() {
        return journal.database;
    }

    /** Runs the work as the application's role in the school and commits, or rolls back. */
    <T> T inTransaction(Work<T> work) throws SQLException {
        try (Connection connection = TestDatabase.get().asSchool(school)) {
            current.put(Thread.currentThread(), connection);
            T result = work.call();
            connection.commit();
            return result;
        } finally {
            current.remove(Thread.currentThread());
        }
    }

    PostedEntry post(JournalEntry entry) throws SQLException {
        return inTransaction(() -> journal.post(List.of(entry)).get(0));
    }

    JournalEntry transfer(String key, UUID from, UUID to, long amount) {
        return new JournalEntry(
                book,
                key,
                "transfer",
                "A transfer",
                new Cause("test", null),
                null,
                List.of(new Posting(from, -amount), new Posting(to, amount)));
    }

    long balance(UUID account) throws SQLException {
        return inTransaction(() -> accounts.byId(account).orElseThrow().balance());
    }

    /** Seals everything and returns the first break, or null. */
    String prove() throws SQLException {
        return inTransaction(
                () -> {
                    while (proofs.sealNext(500).sealed() > 0) {
                        // In several passes.
                    }
                    ChainCheck chain = proofs.proveChain(new ChainCheck(0, null, null), 100_000);
                    return chain.breach() != null ? chain.breach() : proofs.proveSums();
                });
    }

    // The transaction's connection; closing returns the handle, as in the server.
    private final class Current extends TenantDatabase {

        @Override
        public Connection connection() {
            Connection real = current.get(Thread.currentThread());
            return (Connection)
                    Proxy.newProxyInstance(
                            Connection.class.getClassLoader(),
                            new Class<?>[] {Connection.class},
                            (proxy, method, arguments) -> {
                                if (method.getName().equals("close")) {
                                    return null;
                                }
                                try {
                                    return method.invoke(real, arguments);
                                } catch (InvocationTargetException e) {
                                    throw e.getCause();
                                }
                            });
        }
    }
}
