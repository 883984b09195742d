package org.homeroom.operations;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.NoSuchJobException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.JobExecution;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.homeroom.kernel.SchoolClock;

/**
 * After a crash: what the repository still calls running cannot run, since this server has only
 * just begun. It goes on from its last chunk. Right for one node; a second one would need to know
 * whose executions are whose.
 */
@Singleton
@Startup
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobRecovery {

    private static final System.Logger LOG = System.getLogger(JobRecovery.class.getName());
    private static final long SOON_MILLIS = 1000;

    /** The parameter that names the execution that was interrupted. */
    static final String INTERRUPTED = "interrupted";

    @Resource TimerService timers;
    @Inject SchoolClock clock;

    private Instant begun;

    // The operator of the deployment may not be there yet while its beans are made.
    @PostConstruct
    void later() {
        begun = clock.now();
        timers.createSingleActionTimer(SOON_MILLIS, new TimerConfig("job-recovery", false));
    }

    /** Restarts what was interrupted. */
    @Timeout
    public void recover() {
        JobOperator operator = BatchRuntime.getJobOperator();
        for (String job : operator.getJobNames()) {
            for (long id : interrupted(operator, job)) {
                // Whoever was quick has started a job since; that one does run.
                if (operator.getJobExecution(id).getCreateTime().toInstant().isBefore(begun)) {
                    goOn(operator, job, id);
                }
            }
        }
    }

    /**
     * Tells whether the next execution went on after a crash. The runtime calls the one before
     * failed, as if it had ended by itself.
     */
    static boolean isAfter(JobExecution crashed, JobExecution next) {
        Properties parameters = next.getJobParameters();
        return parameters != null
                && Long.toString(crashed.getExecutionId())
                        .equals(parameters.getProperty(INTERRUPTED));
    }

    private static List<Long> interrupted(JobOperator operator, String job) {
        try {
            return operator.getRunningExecutions(job);
        } catch (NoSuchJobException e) {
            return List.of();
        }
    }

    private static void goOn(JobOperator operator, String job, long id) {
        try {
            Properties parameters = new Properties();
            Properties before = operator.getJobExecution(id).getJobParameters();
            if (before != null) {
                parameters.putAll(before);
            }
            parameters.setProperty(INTERRUPTED, Long.toString(id));
            long next = operator.restart(id, parameters);
            LOG.log(
                    System.Logger.Level.INFO,
                    "{0} {1} was interrupted and goes on as {2}",
                    job,
                    id,
                    next);
        } catch (BatchRuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "job " + job + " " + id + " cannot go on", e);
        }
    }
}
