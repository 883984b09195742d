package org.homeroom.economy;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.homeroom.kernel.BenchServer;
import org.homeroom.launcher.Settings;

/**
 * The bell rings: {@code signins} (300) students sign in within {@code seconds} (60), each proof hashed,
 * while {@code readers} (60) who are in already read a page each second. Prints how long the readers
 * waited before and during, and how long the sign-ins took; 1 s is allowed for 95 of 100 pages.
 */
public final class BellBench {

    private static final int SIGN_INS = Integer.getInteger("signins", 300);
    private static final int SECONDS = Integer.getInteger("seconds", 60);
    private static final int READERS = Integer.getInteger("readers", 60);
    private static final int PAUSE_MILLIS = 1000;
    private static final int MANY = 100;
    private static final double P95 = 0.95;
    private static final double MILLION = 1e6;
    private static final String PIN = "2468";

    private final Settings settings;
    private final AtomicInteger refused = new AtomicInteger();

    private BellBench(Settings settings) {
        this.settings = settings;
    }

    /** Starts the built product on the database and rings. */
    public static void main(String[] access) throws Exception {
        try (BenchServer server = BenchServer.start(access)) {
            new BellBench(server.settings()).run();
        }
    }

    private void run() throws Exception {
        List<String> names =
                visitor().asStaff("principal", "demo-Teacher-1").students(MANY);
        List<PageVisitor> readers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            readers.add(visitor().asStudent(names.get(i % names.size()), PIN));
        }
        ring(readers, names, 0, SECONDS);
        report("pages, nobody signing in", ring(readers, names, 0, SECONDS).pages);
        Measured bell = ring(readers, names, SIGN_INS, SECONDS);
        report("pages, while the bell rings", bell.pages);
        report("sign-ins", bell.signIns);
        System.out.printf("refused %d%n", refused.get());
    }

    private static final class Measured {
        private final Queue<Long> pages = new ConcurrentLinkedQueue<>();
        private final Queue<Long> signIns = new ConcurrentLinkedQueue<>();
    }

    private Measured ring(List<PageVisitor> readers, List<String> names, int signIns, int seconds)
            throws InterruptedException {
        Measured measured = new Measured();
        // As many threads as could ever wait: what is late is measured, not put off.
        ScheduledExecutorService clock = Executors.newScheduledThreadPool(READERS + MANY);
        for (int i = 0; i < readers.size(); i++) {
            PageVisitor reader = readers.get(i);
            long begin = (long) PAUSE_MILLIS * i / readers.size();
            clock.scheduleAtFixedRate(
                    () -> timed(measured.pages, () -> reader.read("/economy/home")),
                    begin,
                    PAUSE_MILLIS,
                    TimeUnit.MILLISECONDS);
        }
        for (int i = 0; i < signIns; i++) {
            String name = names.get(i % names.size());
            clock.schedule(
                    () -> timed(measured.signIns, () -> visitor().comesIn(name, PIN)),
                    seconds * 1000L * i / signIns,
                    TimeUnit.MILLISECONDS);
        }
        TimeUnit.SECONDS.sleep(seconds);
        clock.shutdownNow();
        clock.awaitTermination(seconds, TimeUnit.SECONDS);
        return measured;
    }

    private interface Request {
        boolean ask() throws Exception;
    }

    private void timed(Queue<Long> nanos, Request request) {
        long start = System.nanoTime();
        try {
            if (!request.ask()) {
                refused.incrementAndGet();
            }
            nanos.add(System.nanoTime() - start);
        } catch (InterruptedException e) {
            // The minute is over.
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            refused.incrementAndGet();
        }
    }

    private static void report(String what, Queue<Long> nanos) {
        List<Long> sorted = new ArrayList<>(nanos);
        sorted.sort(null);
        System.out.printf(
                "%-28s %5d   median %6.0f ms   p95 %6.0f ms%n",
                what,
                sorted.size(),
                sorted.get(sorted.size() / 2) / MILLION,
                sorted.get((int) (sorted.size() * P95)) / MILLION);
    }

    private PageVisitor visitor() {
        return new PageVisitor(settings.httpPort(), "riverbend.localhost");
    }
}
