package org.homeroom.banking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.JobParameter;
import org.homeroom.kernel.JobProgress;
import org.homeroom.kernel.Refusal;
import org.homeroom.tenancy.SchoolRef;
import org.homeroom.tenancy.SchoolService;
import org.homeroom.tenancy.TenantContext;

/** Tells operators how many students of an interest run, or of what is due, are done. */
@ApplicationScoped
public class InterestRunProgress implements JobProgress {

    private static final String RUN = "run";
    private static final int CHOICES = 50;

    @Inject BankRunStepService steps;
    @Inject SchoolService schools;

    @Override
    public String jobName() {
        return BankRunJob.NAME;
    }

    @Override
    public List<String> parameters() {
        return List.of("school", RUN);
    }

    @Override
    public List<String> options() {
        return List.of();
    }

    @Override
    public List<Choice> choices(String parameter) {
        return RUN.equals(parameter)
                ? steps.waiting(CHOICES).stream()
                        .map(run -> new Choice(run.id().toString(), run.title(), run.createdAt()))
                        .toList()
                : List.of();
    }

    @Override
    public void check(Properties parameters) {
        UUID id = JobParameter.id(RUN, "an interest run", parameters.getProperty(RUN));
        if (!JobParameter.found(RUN, "bank run", id, steps::run).isByJob()) {
            throw new Refusal(ErrorCode.CONFLICT, RUN, "This run is no interest run.");
        }
    }

    @Override
    public Progress of(Properties parameters) {
        try {
            UUID runId = UUID.fromString(parameters.getProperty(RUN, ""));
            Optional<SchoolRef> school = schools.named(parameters.getProperty("school", ""));
            if (school.isEmpty()) {
                return Progress.UNKNOWN;
            }
            BankRun run = TenantContext.callAs(school.get().id(), () -> steps.run(runId));
            return new Progress(
                    run.title(),
                    "/banking/run?id=" + run.id() + "&class=" + run.classId(),
                    run.paidCount(),
                    run.studentCount());
        } catch (Refusal | IllegalArgumentException e) {
            // Started by hand for something that is no run.
            return Progress.UNKNOWN;
        } catch (Exception e) {
            throw new IllegalStateException("the progress of a bank run could not be read", e);
        }
    }
}
