package org.homeroom.economy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * The same request by many visitors at once, each as soon as the one before is answered.
 *
 * @param database directory of the database, whose processes are counted with the server's
 */
record Load<V>(String name, Path database, List<V> visitors, Request<V> request) {

    private static final double MILLION = 1e6;
    private static final double P95 = 0.95;
    private static final int MOST_EXTRA = 9;

    interface Request<V> {
        /** Asks once and tells whether the answer was the one wanted. */
        boolean by(V visitor) throws Exception;
    }

    /**
     * Measures for some seconds, once it is warm.
     *
     * @param warmRequests how many there must have been before, because on a busy machine the seconds
     *     alone end before the compiler has seen enough
     */
    void measure(int warmSeconds, int warmRequests, int seconds) throws Exception {
        int warm = run(warmSeconds).nanos().size();
        for (int extra = 0; warm < warmRequests && extra < MOST_EXTRA; extra++) {
            warm += run(seconds).nanos().size();
        }
        double before = cpuMillis();
        Outcome outcome = run(seconds);
        double cpu = cpuMillis() - before;
        List<Long> nanos = outcome.nanos();
        nanos.sort(null);
        System.out.printf(
                "%-18s %6.0f requests/s   p95 %6.1f ms   CPU %5.2f ms per request   refused %d%n",
                name,
                nanos.size() / (double) seconds,
                nanos.get((int) (nanos.size() * P95)) / MILLION,
                cpu / nanos.size(),
                outcome.refused());
    }

    private record Outcome(List<Long> nanos, int refused) {}

    private Outcome run(int seconds) throws Exception {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        ExecutorService threads = Executors.newFixedThreadPool(visitors.size());
        List<Callable<Outcome>> workers = new ArrayList<>();
        for (V visitor : visitors) {
            workers.add(() -> visit(visitor, end));
        }
        List<Long> nanos = new ArrayList<>();
        int refused = 0;
        for (Future<Outcome> worker : threads.invokeAll(workers)) {
            nanos.addAll(worker.get().nanos());
            refused += worker.get().refused();
        }
        threads.shutdown();
        return new Outcome(nanos, refused);
    }

    private Outcome visit(V visitor, long end) throws Exception {
        List<Long> nanos = new ArrayList<>();
        int refused = 0;
        long start = System.nanoTime();
        while (start < end) {
            if (!request.by(visitor)) {
                refused++;
            }
            long now = System.nanoTime();
            nanos.add(now - start);
            start = now;
        }
        return new Outcome(nanos, refused);
    }

    // The server is our child, the database's first process is in its own file.
    private double cpuMillis() throws IOException {
        long postmaster = Long.parseLong(Files.readAllLines(database.resolve("postmaster.pid")).get(0).strip());
        return Stream.of(
                                ProcessHandle.current().descendants(),
                                ProcessHandle.of(postmaster).stream(),
                                ProcessHandle.of(postmaster).stream().flatMap(ProcessHandle::descendants))
                        .flatMap(processes -> processes)
                        .distinct()
                        .flatMap(process -> process.info().totalCpuDuration().stream())
                        .mapToDouble(spent -> spent.toNanos())
                        .sum()
                / MILLION;
    }
}
