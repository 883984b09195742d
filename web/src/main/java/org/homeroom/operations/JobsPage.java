package org.homeroom.operations;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.kernel.Show;
import org.homeroom.shell.Shell;

/** The jobs console: what failed, what runs, what ran. */
@Named
@RequestScoped
public class JobsPage {

    private static final int ROWS = 25;
    private static final int SEEN = 200;
    private static final long MILLIS_PER_SECOND = 1000;
    private static final int SECONDS_PER_MINUTE = 60;
    private static final double PERCENT = 100.0;

    @Inject JobsService jobs;
    @Inject SchoolClock clock;
    @Inject Shell shell;
    @Inject Show show;

    private String state = "";
    private int page = 1;
    private String job;
    private String parameters = "";
    private List<JobRow> all;
    private List<JobKind> kinds;

    /** Returns the rows of this page in the chosen state. */
    public List<JobRow> getRows() {
        return matching().stream().skip((long) (page - 1) * ROWS).limit(ROWS).toList();
    }

    /** Returns how many rows match. */
    public int getCount() {
        return matching().size();
    }

    /** Returns the newest failed execution that nobody went on with, or null. */
    public JobRow getFailed() {
        return all().stream()
                .filter(row -> row.run().failed() && !hasSuccessor(row))
                .findFirst()
                .orElse(null);
    }

    /** Returns executions at work. */
    public long getRunning() {
        return all().stream().filter(row -> row.run().running()).count();
    }

    /** Returns executions that began today. */
    public long getToday() {
        return all().stream().filter(this::isToday).count();
    }

    /**
     * Returns executions of today that failed; those whose server fell and that went on did not.
     */
    public long getFailedToday() {
        return all().stream().filter(row -> isToday(row) && row.run().failed()).count();
    }

    /** Returns students, rows and the like that today's executions finished. */
    public long getDoneToday() {
        return all().stream().filter(this::isToday).mapToLong(row -> row.progress().done()).sum();
    }

    /** Returns today's executions by job, for the day's picture. */
    public Map<String, List<JobRow>> getLanes() {
        Map<String, List<JobRow>> lanes = new LinkedHashMap<>();
        for (JobKind kind : getKinds()) {
            lanes.put(
                    kind.name(),
                    all().stream()
                            .filter(row -> isToday(row) && row.run().job().equals(kind.name()))
                            .toList());
        }
        return lanes;
    }

    /** Returns where in the day an execution began, in percent. */
    public String left(JobRow row) {
        return ofDay(row.run().startedAt());
    }

    /** Returns where in the day it is now, in percent. */
    public String getNow() {
        return ofDay(clock.now());
    }

    /** Writes how long an execution took, or takes so far; nothing when nobody saw its end. */
    public String took(JobRow row) {
        if (row.run().interrupted()) {
            return "";
        }
        Instant end = row.run().endedAt() == null ? clock.now() : row.run().endedAt();
        long millis = Math.max(0, Duration.between(row.run().startedAt(), end).toMillis());
        long seconds = millis / MILLIS_PER_SECOND;
        if (seconds < SECONDS_PER_MINUTE) {
            return String.format(
                    java.util.Locale.ENGLISH, "%.1f s", millis / (double) MILLIS_PER_SECOND);
        }
        return show.duration(seconds);
    }

    /** Returns the jobs that can be started. */
    public List<JobKind> getKinds() {
        if (kinds == null) {
            kinds = jobs.jobs();
        }
        return kinds;
    }

    /** Stops the execution that the form names, after its current chunk. */
    public void stop() {
        doing(() -> jobs.stop(FieldForm.sentNumber("run")));
    }

    /** Goes on with the execution that the form names. */
    public void restart() {
        doing(() -> jobs.restart(FieldForm.sentNumber("run")));
    }

    /** Starts a job with the parameters entered, one {@code name=value} a line. */
    public void start() {
        doing(() -> jobs.start(job, entered()));
    }

    private Map<String, String> entered() {
        Map<String, String> found = new LinkedHashMap<>();
        for (String line : parameters.lines().filter(text -> !text.isBlank()).toList()) {
            int at = line.indexOf('=');
            found.put(
                    at < 0 ? line.strip() : line.substring(0, at).strip(),
                    at < 0 ? "" : line.substring(at + 1).strip());
        }
        return found;
    }

    private static void doing(Runnable work) {
        FieldForm.submit("start", work, () -> "/operations/jobs");
    }

    private List<JobRow> matching() {
        return all().stream()
                .filter(row -> state.isEmpty() || row.run().shown().equals(state))
                .toList();
    }

    private List<JobRow> all() {
        if (all == null) {
            all = jobs.executions(null, null, 1, SEEN).rows();
        }
        return all;
    }

    // A newer execution with the same parameters went on with it.
    private boolean hasSuccessor(JobRow row) {
        return all().stream()
                .anyMatch(
                        other ->
                                other.run().id() > row.run().id()
                                        && other.run().job().equals(row.run().job())
                                        && other.run().parameters().equals(row.run().parameters()));
    }

    private boolean isToday(JobRow row) {
        ZoneId zone = shell.getZone();
        return LocalDate.ofInstant(row.run().startedAt(), zone).equals(clock.today(zone));
    }

    private String ofDay(Instant instant) {
        ZoneId zone = shell.getZone();
        Instant midnight = clock.today(zone).atStartOfDay(zone).toInstant();
        double share =
                PERCENT
                        * Duration.between(midnight, instant).toSeconds()
                        / Duration.ofDays(1).toSeconds();
        return String.format(
                java.util.Locale.ENGLISH, "%.2f%%", Math.max(0, Math.min(PERCENT, share)));
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state == null ? "" : state;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = Math.max(1, page);
    }

    public int getPages() {
        return Math.max(1, (getCount() + ROWS - 1) / ROWS);
    }

    public String getJob() {
        return job;
    }

    public void setJob(String job) {
        this.job = job;
    }

    public String getParameters() {
        return parameters;
    }

    public void setParameters(String parameters) {
        this.parameters = parameters == null ? "" : parameters;
    }

    /** Returns the moment the page was made. */
    public Instant getAsOf() {
        return clock.now();
    }
}
