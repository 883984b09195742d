package org.homeroom.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeroom.economy.BellBench;
import org.homeroom.economy.DashboardBench;
import org.homeroom.launcher.DatabaseAccess;
import org.homeroom.launcher.DirectoryTree;
import org.homeroom.launcher.EmbeddedDatabase;
import org.homeroom.launcher.Migration;
import org.homeroom.ledger.LedgerBench;
import org.homeroom.payroll.PayRunBench;
import org.homeroom.roster.RosterBench;
import org.homeroom.tenancy.IsolationBench;

/**
 * Runs benches, each against a new PostgreSQL with the settings that a newcomer gets, migrated as the
 * owner: {@code mvn -Pbench -Dbench=ledger}, several with commas, all without the property.
 */
public final class BenchRun {

    private static final Map<String, Bench> BENCHES = new LinkedHashMap<>();

    static {
        BENCHES.put("payroll", PayRunBench::main);
        BENCHES.put("ledger", LedgerBench::main);
        BENCHES.put("economy", DashboardBench::main);
        BENCHES.put("roster", RosterBench::main);
        BENCHES.put("isolation", IsolationBench::main);
        BENCHES.put("bell", BellBench::main);
    }

    private BenchRun() {}

    private interface Bench {
        /** Takes JDBC address, user and password of the application, then of the owner; prints. */
        void run(String[] access) throws Exception;
    }

    /**
     * Runs what is asked for.
     *
     * @param args the directory to work in, then names with commas, or "all"
     */
    public static void main(String[] args) throws Exception {
        Path work = Path.of(args[0]);
        List<String> names =
                args[1].equals("all") ? List.copyOf(BENCHES.keySet()) : List.of(args[1].split(",", -1));
        for (String name : names) {
            if (!BENCHES.containsKey(name)) {
                throw new IllegalArgumentException("there is no bench " + name + ", only " + BENCHES.keySet());
            }
        }
        for (String name : names) {
            System.out.println("== " + name);
            run(BENCHES.get(name), work);
        }
    }

    private static void run(Bench bench, Path work) throws Exception {
        DirectoryTree.delete(work);
        try (EmbeddedDatabase database = EmbeddedDatabase.start(work, freePort())) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(database)));
            DatabaseAccess access = database.access();
            Migration.run(access);
            bench.run(
                    new String[] {
                        access.url(),
                        access.appUser(),
                        access.appPassword(),
                        access.ownerUser(),
                        access.ownerPassword()
                    });
        }
        DirectoryTree.delete(work);
    }

    private static void stop(EmbeddedDatabase database) {
        try {
            database.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a port that nobody has. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
