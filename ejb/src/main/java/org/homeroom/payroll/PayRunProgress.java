package org.homeroom.payroll;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.JobParameter;
import org.homeroom.kernel.JobProgress;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.tenancy.SchoolRef;
import org.homeroom.tenancy.SchoolService;
import org.homeroom.tenancy.TenantContext;

/** Tells operators how many students of a run are paid. */
@ApplicationScoped
public class PayRunProgress implements JobProgress {

    private static final String RUN = "run";

    @Inject PayRunStepService steps;
    @Inject SchoolService schools;
    @Inject SchoolClock clock;

    @Override
    public String jobName() {
        return PayRunJob.NAME;
    }

    @Override
    public List<String> parameters() {
        return List.of("school", RUN);
    }

    @Override
    public List<String> options() {
        return List.of(PayChunk.PARAMETER);
    }

    @Override
    public List<Choice> choices(String parameter) {
        return RUN.equals(parameter) ? steps.waiting() : List.of();
    }

    @Override
    public List<Choice> subjects() {
        return steps.classes();
    }

    @Override
    public Map<String, String> prepare(UUID subject, UUID by) {
        if (steps.classes().stream().noneMatch(one -> one.value().equals(subject.toString()))) {
            throw Refusal.notFound();
        }
        steps.unfinished(subject)
                .ifPresent(
                        other -> {
                            throw new PayRunUnderWay(other);
                        });
        PayRun run = steps.rehearse(subject, clock.now(), null, by);
        return Map.of(RUN, run.id().toString());
    }

    @Override
    public void check(Properties parameters) {
        if (parameters.containsKey(PayChunk.PARAMETER)) {
            PayChunk.check(parameters.getProperty(PayChunk.PARAMETER));
        }
        UUID id = JobParameter.id(RUN, "a pay run", parameters.getProperty(RUN));
        PayRun run = JobParameter.found(RUN, "pay run", id, steps::run);
        if (!run.state().canGoOn()) {
            throw new Refusal(ErrorCode.CONFLICT, RUN, run.state().sentence());
        }
    }

    @Override
    public Progress of(Properties parameters) {
        try {
            UUID run = UUID.fromString(parameters.getProperty(RUN, ""));
            Optional<SchoolRef> school = schools.named(parameters.getProperty("school", ""));
            return school.isEmpty()
                    ? Progress.UNKNOWN
                    : TenantContext.callAs(school.get().id(), () -> read(run));
        } catch (Refusal | IllegalArgumentException e) {
            // Started by hand for something that is no run.
            return Progress.UNKNOWN;
        } catch (Exception e) {
            throw new IllegalStateException("the progress of a pay run could not be read", e);
        }
    }

    private Progress read(UUID runId) {
        PayRun run = steps.run(runId);
        return new Progress(
                steps.about(run),
                "/payroll/run?id=" + run.id() + "&class=" + run.classId(),
                run.paidCount(),
                run.studentCount());
    }
}
