package org.homeroom.operations;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.JobProgress.Choice;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.kernel.Show;
import org.homeroom.kernel.Texts;
import org.homeroom.shell.Shell;

/** The jobs console: what failed, what runs, what ran. */
@Named
@RequestScoped
public class JobsPage {

    private static final Texts TEXTS = Texts.of("operations");
    private static final String SCHOOL = "school";
    private static final int ROWS = 25;
    private static final int SEEN = 200;
    private static final long MILLIS_PER_SECOND = 1000;
    private static final int SECONDS_PER_MINUTE = 60;
    private static final double PERCENT = 100.0;

    @Inject JobsService jobs;
    @Inject SchoolClock clock;
    @Inject Shell shell;
    @Inject Show show;
    @Inject HttpServletRequest request;

    private String state = "";
    private int page = 1;
    private String job = "";
    private String school = "";
    private List<JobField> fields;
    private List<JobRow> all;
    private List<JobKind> kinds;

    /** Reads which job the address or the form names; one that is none is not chosen. */
    @PostConstruct
    void choose() {
        school = value(SCHOOL);
        job =
                getKinds().stream()
                        .map(JobKind::name)
                        .filter(value("job")::equals)
                        .findFirst()
                        .orElse("");
    }

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

    /** Starts the chosen job with the parameters entered. */
    public void start() {
        doing(() -> jobs.start(job, entered()));
    }

    /** Prepares a start for what was chosen, and shows it to be started. */
    public void prepare() {
        Map<String, String> made = new LinkedHashMap<>();
        FieldForm.submit(
                "prepare",
                () -> made.putAll(jobs.prepare(job, school, FieldForm.sent("subject"))),
                () ->
                        made.entrySet().stream()
                                .map(one -> "&" + one.getKey() + "=" + one.getValue())
                                .collect(
                                        Collectors.joining(
                                                "",
                                                "/operations/jobs?job=" + job + "&school=" + school,
                                                "#start")));
    }

    private Map<String, String> entered() {
        Map<String, String> found = new LinkedHashMap<>();
        for (JobField field : getFields()) {
            String value = value(field.name());
            if (!value.isEmpty()) {
                found.put(field.name(), value);
            }
        }
        return found;
    }

    /** Returns the parameters of the chosen job, its school aside. */
    public List<JobField> getFields() {
        if (fields == null) {
            fields = job.isEmpty() ? List.of() : jobs.fields(job, school);
        }
        return fields;
    }

    /** Returns the chosen job's schools to choose from; none where there is nothing to choose. */
    public List<Choice> getSchools() {
        return getFields().stream()
                .filter(field -> field.name().equals(SCHOOL))
                .flatMap(field -> field.choices().stream())
                .toList();
    }

    /** Tells whether the form can be filled: the school that it depends on is known. */
    public boolean isReady() {
        return !job.isEmpty()
                && getFields().stream()
                        .noneMatch(
                                field ->
                                        field.name().equals(SCHOOL)
                                                && field.needed()
                                                && school.isEmpty());
    }

    /** Tells whether a start of the chosen job asks once more who it is. */
    public boolean isSensitive() {
        return !job.isEmpty() && jobs.isSensitive(job);
    }

    /** Returns what a start of the chosen job can be prepared for. */
    public List<Choice> getSubjects() {
        return job.isEmpty() ? List.of() : jobs.subjects(job, school);
    }

    /** Returns what was entered for a parameter. */
    public String value(String name) {
        return Objects.toString(request.getParameter(name), "").strip();
    }

    /** Names a parameter in the reader's words. */
    public String label(String name) {
        return TEXTS.find("jobs.field." + name).orElse(name);
    }

    /** Names a choice, with its moment where it has one. */
    public String label(Choice choice) {
        return choice.at() == null
                ? choice.about()
                : choice.about() + " · " + show.time(choice.at(), shell.getZone());
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

    public String getSchool() {
        return school;
    }

    /** Returns the moment the page was made. */
    public Instant getAsOf() {
        return clock.now();
    }
}
