package org.homeroom.operations;

import jakarta.annotation.security.PermitAll;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobExecutionNotRunningException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.NoSuchJobException;
import jakarta.batch.operations.NoSuchJobExecutionException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.JobExecution;
import jakarta.batch.runtime.JobInstance;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.JobStarter;
import org.homeroom.kernel.Refusal;

/**
 * The batch runtime of this deployment; each deployment has its own operator, which knows only the
 * jobs of that deployment. Rights are the callers' affair: no page or resource leads here.
 */
@Stateless
@Local({JobStarter.class, JobRuntime.class})
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobRuntimeService implements JobStarter, JobRuntime {

    @Override
    public List<String> jobNames() {
        return BatchRuntime.getJobOperator().getJobNames().stream().sorted().toList();
    }

    @Override
    public List<JobRun> executions(String jobName, int limit) {
        JobOperator operator = BatchRuntime.getJobOperator();
        List<JobRun> found = new ArrayList<>();
        try {
            for (JobInstance instance : operator.getJobInstances(jobName, 0, limit)) {
                List<JobExecution> family = operator.getJobExecutions(instance);
                family.forEach(one -> found.add(JobRunReading.of(one, List.of(), family)));
            }
        } catch (NoSuchJobException e) {
            // Never started yet.
            return List.of();
        }
        found.sort(Comparator.comparingLong(JobRun::id).reversed());
        return found.size() > limit ? found.subList(0, limit) : found;
    }

    @Override
    public Optional<JobRun> execution(long id) {
        try {
            JobOperator operator = BatchRuntime.getJobOperator();
            JobExecution execution = operator.getJobExecution(id);
            return Optional.ofNullable(execution)
                    .map(
                            found ->
                                    JobRunReading.of(
                                            found,
                                            operator.getStepExecutions(id),
                                            operator.getJobExecutions(
                                                    operator.getJobInstance(id))));
        } catch (NoSuchJobExecutionException e) {
            return Optional.empty();
        }
    }

    @Override
    public long start(String jobName, Properties parameters) {
        return BatchRuntime.getJobOperator().start(jobName, parameters);
    }

    @Override
    public long restart(long id) {
        try {
            JobOperator operator = BatchRuntime.getJobOperator();
            return operator.restart(id, operator.getJobExecution(id).getJobParameters());
        } catch (BatchRuntimeException e) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "This run cannot go on: it is running, complete or was restarted.");
        }
    }

    @Override
    public void stop(long id) {
        try {
            BatchRuntime.getJobOperator().stop(id);
        } catch (JobExecutionNotRunningException | NoSuchJobExecutionException e) {
            throw new Refusal(
                    ErrorCode.CONFLICT, "This run has ended already. There is nothing to stop.");
        }
    }
}
