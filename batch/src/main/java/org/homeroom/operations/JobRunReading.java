package org.homeroom.operations;

import jakarta.batch.runtime.JobExecution;
import jakarta.batch.runtime.Metric;
import jakarta.batch.runtime.Metric.MetricType;
import jakarta.batch.runtime.StepExecution;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** Reads what the batch runtime tells of an execution. */
final class JobRunReading {

    private static final Set<String> NOTES = Set.of("starter", JobRecovery.INTERRUPTED);

    private JobRunReading() {}

    /**
     * Reads an execution.
     *
     * @param family all executions of its instance, of which the next one went on with it
     */
    static JobRun of(JobExecution execution, List<StepExecution> steps, List<JobExecution> family) {
        boolean ended = execution.getEndTime() != null;
        JobExecution next = next(execution, family);
        return new JobRun(
                execution.getExecutionId(),
                execution.getJobName(),
                execution.getBatchStatus().name(),
                ended ? execution.getExitStatus() : null,
                execution.getCreateTime().toInstant(),
                ended ? execution.getEndTime().toInstant() : null,
                parameters(execution.getJobParameters()),
                next == null ? null : next.getExecutionId(),
                next != null && JobRecovery.isAfter(execution, next),
                steps.stream().map(JobRunReading::step).toList());
    }

    private static JobExecution next(JobExecution execution, List<JobExecution> family) {
        return family.stream()
                .filter(other -> other.getExecutionId() > execution.getExecutionId())
                .min(Comparator.comparingLong(JobExecution::getExecutionId))
                .orElse(null);
    }

    private static Map<String, String> parameters(Properties given) {
        Map<String, String> found = new LinkedHashMap<>();
        if (given != null) {
            // The server's command line adds one of the runtime's own, and our notes are not what a
            // job works on.
            new TreeSet<>(given.stringPropertyNames())
                    .stream()
                            .filter(name -> !name.startsWith("jberet.") && !NOTES.contains(name))
                            .forEach(name -> found.put(name, given.getProperty(name)));
        }
        return found;
    }

    private static JobStep step(StepExecution step) {
        return new JobStep(
                step.getStepName(),
                step.getBatchStatus().name(),
                count(step, MetricType.READ_COUNT),
                count(step, MetricType.WRITE_COUNT),
                count(step, MetricType.READ_SKIP_COUNT)
                        + count(step, MetricType.PROCESS_SKIP_COUNT)
                        + count(step, MetricType.WRITE_SKIP_COUNT),
                count(step, MetricType.COMMIT_COUNT));
    }

    private static long count(StepExecution step, MetricType type) {
        return Arrays.stream(step.getMetrics())
                .filter(metric -> metric.getType() == type)
                .mapToLong(Metric::getValue)
                .sum();
    }
}
