package org.homeroom.operations;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.homeroom.audit.AuditService;
import org.homeroom.identity.CallerContext;
import org.homeroom.identity.FreshProofService;
import org.homeroom.identity.Permission;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.JobProgress;
import org.homeroom.kernel.JobProgress.Choice;
import org.homeroom.kernel.JobProgress.Progress;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.Slice;
import org.homeroom.tenancy.SchoolRef;
import org.homeroom.tenancy.SchoolService;
import org.homeroom.tenancy.TenantContext;

/**
 * The jobs console. At the district's own address operators see every school's executions, but not
 * those of the isolation report's trials; at a school's address that school's alone.
 */
@Stateless
@RolesAllowed({Roles.OPERATOR, Roles.PLATFORM_ADMIN})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobsService {

    private static final String SCHOOL = "school";

    /** The parameter that tells a job who answers for its start. */
    private static final String STARTER = "starter";

    private static final int REMEMBERED = 200;

    @Inject JobRuntime runtime;
    @Inject SchoolService schools;
    @Inject AuditService audit;
    @Inject FreshProofService proof;
    @Inject Instance<JobProgress> progress;

    /** Lists the jobs by name. */
    public List<JobKind> jobs() {
        Predicate<JobRun> mine = visible();
        return runtime.jobNames().stream()
                .map(name -> new JobKind(name, parameters(name), newest(name, mine)))
                .toList();
    }

    /**
     * Lists executions, newest first; of each job the newest 200 can be seen.
     *
     * @param job one job's only, or null
     * @param state one state's only, as the runtime calls it, or null
     */
    public Slice<JobRow> executions(String job, String state, int page, int perPage) {
        List<JobRun> found =
                runtime.jobNames().stream()
                        .filter(name -> job == null || job.equals(name))
                        .flatMap(name -> runtime.executions(name, REMEMBERED).stream())
                        .filter(visible())
                        .filter(run -> state == null || state.equals(run.state()))
                        .sorted(Comparator.comparingLong(JobRun::id).reversed())
                        .toList();
        List<JobRow> rows =
                found.stream()
                        .skip((long) (page - 1) * perPage)
                        .limit(perPage)
                        .map(this::row)
                        .toList();
        return new Slice<>(rows, found.size(), page, perPage);
    }

    /** Returns an execution with its steps. */
    public JobRow execution(long id) {
        return row(seen(id));
    }

    /**
     * Lists the parameters of a job's start. What they may be depends on the school: at the
     * district's own address it has to be chosen first.
     *
     * @param school subdomain or id, null while none is chosen; at a school's address that one
     */
    public List<JobField> fields(String job, String school) {
        Optional<SchoolRef> place = place(school);
        return known(job)
                .map(
                        known ->
                                Stream.concat(known.parameters().stream(), known.options().stream())
                                        .filter(
                                                name ->
                                                        !SCHOOL.equals(name)
                                                                || ownSchool().isEmpty())
                                        .map(name -> field(known, name, place))
                                        .toList())
                .orElse(List.of());
    }

    private JobField field(JobProgress known, String name, Optional<SchoolRef> place) {
        List<Choice> choices =
                SCHOOL.equals(name)
                        ? schools.active().stream()
                                .map(one -> new Choice(one.subdomain(), one.name(), null))
                                .toList()
                        : at(place, () -> known.choices(name)).orElse(List.of());
        return new JobField(name, known.parameters().contains(name), choices);
    }

    /** Lists what a start of the job can be prepared for in the school. */
    public List<Choice> subjects(String job, String school) {
        return known(job).flatMap(known -> at(place(school), known::subjects)).orElse(List.of());
    }

    /**
     * Prepares a start for a subject, such as a class whose pay is rehearsed.
     *
     * @return what to start with
     * @throws Refusal not found, for a job, a school or a subject that is none
     */
    public Map<String, String> prepare(String job, String school, UUID subject) {
        refuseUnlessMayStart(job);
        JobProgress known = known(job).orElseThrow(Refusal::notFound);
        UUID by = CallerContext.require().accountId();
        return at(place(school), () -> known.prepare(subject, by)).orElseThrow(Refusal::notFound);
    }

    private Optional<SchoolRef> place(String school) {
        return ownSchool()
                .or(
                        () ->
                                school == null || school.isBlank()
                                        ? Optional.empty()
                                        : schools.named(school));
    }

    private static <T> Optional<T> at(Optional<SchoolRef> place, Supplier<T> work) {
        AtomicReference<T> found = new AtomicReference<>();
        place.ifPresent(school -> TenantContext.runAs(school.id(), () -> found.set(work.get())));
        return Optional.ofNullable(found.get());
    }

    /**
     * Starts a job.
     *
     * @param parameters what {@link JobKind} names; at a school's address the school is that one
     * @return the execution's number
     * @throws Refusal naming a parameter that is missing, unknown to the job or of no use to it
     */
    public long start(String job, Map<String, String> parameters) {
        if (!runtime.jobNames().contains(job)) {
            throw Refusal.notFound();
        }
        refuseUnlessMayStart(job);
        Properties given = new Properties();
        parameters.forEach((name, value) -> given.setProperty(name, value == null ? "" : value));
        ownSchool().ifPresent(school -> given.setProperty(SCHOOL, school.id().toString()));
        known(job).ifPresent(known -> refuseOddNames(known, given));
        if (given.containsKey(SCHOOL)) {
            given.setProperty(SCHOOL, school(given.getProperty(SCHOOL)).id().toString());
        }
        known(job).ifPresent(known -> refuseOddValues(known, given));
        if (isSensitive(job)) {
            proof.require();
        }
        given.setProperty(STARTER, CallerContext.require().accountId().toString());
        long id = runtime.start(job, given);
        audit.record("operations.job.started", "job", id, null, Map.of("job", job));
        return id;
    }

    /** Tells whether whoever starts the job must have proved lately who they are. */
    public boolean isSensitive(String job) {
        return known(job).filter(JobProgress::sensitive).isPresent();
    }

    private static void refuseOddNames(JobProgress known, Properties given) {
        for (String name : known.parameters()) {
            if (given.getProperty(name, "").isBlank()) {
                throw new Refusal(
                        ErrorCode.VALIDATION_ERROR,
                        name,
                        "This job needs a value for " + name + ".");
            }
        }
        List<String> taken =
                Stream.concat(known.parameters().stream(), known.options().stream()).toList();
        for (String name : new TreeSet<>(given.stringPropertyNames())) {
            if (!taken.contains(name)) {
                throw new Refusal(
                        ErrorCode.VALIDATION_ERROR,
                        name,
                        "This job takes no " + name + ", only " + String.join(", ", taken) + ".");
            }
        }
    }

    private static void refuseOddValues(JobProgress known, Properties given) {
        String school = given.getProperty(SCHOOL);
        if (school == null) {
            known.check(given);
        } else {
            TenantContext.runAs(UUID.fromString(school), () -> known.check(given));
        }
    }

    private void refuseUnlessMayStart(String job) {
        if (!mayStart(job)) {
            throw new Refusal(
                    ErrorCode.AUTHORIZATION_ERROR,
                    "Your role does not allow this. Ask someone whose role does.");
        }
    }

    private boolean mayStart(String job) {
        return Permission.of("JOB " + job)
                .filter(right -> right.isGivenTo(CallerContext.require().roles()))
                .filter(right -> !right.isOfDistrict() || ownSchool().isEmpty())
                .isPresent();
    }

    /** Stops an execution after the current chunk. */
    public void stop(long id) {
        runtime.stop(seen(id).id());
        audit.record("operations.job.stopped", "job", id, null, null);
    }

    /** Goes on with a failed or stopped execution from its last chunk; returns the new number. */
    public long restart(long id) {
        long next = runtime.restart(seen(id).id());
        audit.record("operations.job.restarted", "job", id, null, Map.of("execution", next));
        return next;
    }

    private JobRun seen(long id) {
        return runtime.execution(id).filter(visible()).orElseThrow(Refusal::notFound);
    }

    // Asked for once a list, not once a row. The district sees every school's, but not the trials.
    private Predicate<JobRun> visible() {
        Optional<SchoolRef> own = ownSchool();
        if (own.isPresent()) {
            return run -> named(own.get(), run.parameters().get(SCHOOL));
        }
        List<SchoolRef> trials = schools.canaries();
        return run ->
                trials.stream().noneMatch(trial -> named(trial, run.parameters().get(SCHOOL)));
    }

    // Who starts a job from the server's command line may have named the school by its subdomain.
    private static boolean named(SchoolRef school, String parameter) {
        return school.id().toString().equals(parameter) || school.subdomain().equals(parameter);
    }

    private Optional<SchoolRef> ownSchool() {
        return schools.byId(TenantContext.require()).filter(school -> !school.isDistrict());
    }

    private JobRow row(JobRun run) {
        Properties given = new Properties();
        given.putAll(run.parameters());
        String school = run.parameters().getOrDefault(SCHOOL, "");
        Optional<SchoolRef> place = schools.named(school);
        return new JobRow(
                run,
                place.map(SchoolRef::name).orElse(school),
                place.map(SchoolRef::subdomain).orElse(null),
                progress(run, given));
    }

    // What is done by now is the work of the execution that went on.
    private Progress progress(JobRun run, Properties given) {
        Progress now = known(run.job()).map(known -> known.of(given)).orElse(Progress.UNKNOWN);
        return run.continuedBy() == null ? now : new Progress(now.about(), now.page(), 0, 0);
    }

    private SchoolRef school(String nameOrId) {
        return schools.named(nameOrId)
                .orElseThrow(
                        () ->
                                new Refusal(
                                        ErrorCode.VALIDATION_ERROR,
                                        SCHOOL,
                                        "There is no school "
                                                + nameOrId
                                                + ". Give its subdomain or id."));
    }

    private JobRun newest(String job, Predicate<JobRun> mine) {
        return runtime.executions(job, REMEMBERED).stream().filter(mine).findFirst().orElse(null);
    }

    private List<String> parameters(String job) {
        return known(job).map(JobProgress::parameters).orElse(List.of());
    }

    private Optional<JobProgress> known(String job) {
        return progress.stream().filter(one -> one.jobName().equals(job)).findFirst();
    }
}
