package org.homeroom.payroll;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.Ids;
import org.homeroom.tenancy.OneConnection;
import org.homeroom.tenancy.TenantTransaction;

/**
 * A pay run of 20,000 students with 1,000,000 taps, or of several numbers of students, as the job
 * pays it (rehearsal, claim, chunks of a transaction each) against {@link OneStatement}, which goes
 * from taps to balances at once. Both write the same entries, postings, balances and paid-through
 * instants as the application's role, in turns on one database; the ratio is the median of the
 * rounds. Arguments: JDBC address of a migrated database, then user and password of the
 * application's role, then of the owner's role.
 */
public final class PayRunBench {

    private static final String STUDENTS = System.getProperty("students", "20000");
    private static final int DAYS = 25;
    private static final int CHUNK = Integer.getInteger("chunk", 500);
    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final double BOUND = 2.0;

    private final BenchClass paid;
    private final Connection app;
    private final PayrollRepository payroll = new PayrollRepository();

    private PayRunBench(BenchClass paid, Connection app) {
        this.paid = paid;
        this.app = app;
        payroll.database = new OneConnection(app);
    }

    /**
     * Runs all rounds for each number of students; the first round warms up and does not count. What a
     * student costs should not depend on how many there are.
     */
    public static void main(String[] arguments) throws SQLException {
        for (String students : STUDENTS.split(",", -1)) {
            BenchClass paid = new BenchClass(arguments, Integer.parseInt(students), DAYS);
            paid.prepare();
            try (Connection app =
                    DriverManager.getConnection(arguments[0], arguments[1], arguments[2])) {
                app.setAutoCommit(false);
                new PayRunBench(paid, app).run();
            }
        }
    }

    private void run() throws SQLException {
        List<Double> ratios = new ArrayList<>();
        List<Double> jobs = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            // In turns, so that neither side always finds the warmer cache.
            boolean jobFirst = round % 2 == 0;
            double job = jobFirst ? seconds(this::payAsTheJob) : 0;
            double statement = seconds(this::payAtOnce);
            job = jobFirst ? job : seconds(this::payAsTheJob);
            System.out.printf("job %.2f s, one statement %.2f s%n", job, statement);
            if (round > 0) {
                ratios.add(job / statement);
                jobs.add(job);
            }
        }
        ratios.sort(null);
        jobs.sort(null);
        System.out.printf(
                "pay run of %d students  %.2f  %.1f  %.0f us a student%n",
                paid.students(),
                ratios.get(ratios.size() / 2),
                BOUND,
                jobs.get(jobs.size() / 2) * 1e6 / paid.students());
    }

    private interface Work {
        /** Pays everyone once and returns the sum. */
        long pay() throws SQLException;
    }

    private double seconds(Work work) throws SQLException {
        long start = System.nanoTime();
        long total = work.pay();
        double taken = (System.nanoTime() - start) / 1e9;
        paid.proveAndUnpay(total);
        return taken;
    }

    private long payAtOnce() throws SQLException {
        begin();
        long total = OneStatement.pay(app, paid.classId(), paid.through());
        app.commit();
        return total;
    }

    // What PayRunService and the artifacts of the job call, each in the transaction they call it in.
    private long payAsTheJob() throws SQLException {
        UUID run = Ids.next();
        Instant now = paid.through();
        begin();
        payroll.rehearse(run, paid.classId(), now, null, null, now);
        app.commit();
        begin();
        if (!payroll.claim(run, null, now).equals("running")) {
            throw new IllegalStateException("the run may not be paid");
        }
        app.commit();
        payInChunks(run);
        begin();
        if (!payroll.finish(run, now)) {
            throw new IllegalStateException("somebody was not paid");
        }
        long total = payroll.run(run).orElseThrow().total();
        app.commit();
        return total;
    }

    private void payInChunks(UUID run) throws SQLException {
        UUID last = null;
        while (true) {
            begin();
            List<UUID> students = payroll.unpaid(run, last, CHUNK);
            if (!students.isEmpty()) {
                payroll.run(run);
                payroll.pay(run, students);
                payroll.payCorrections(run, students);
            }
            app.commit();
            if (students.size() < CHUNK) {
                return;
            }
            last = students.get(students.size() - 1);
        }
    }

    private void begin() {
        TenantTransaction.set(app, paid.school());
    }
}
