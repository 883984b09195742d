package org.homeroom.operations;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An execution of a job on the wire.
 *
 * @param state starting, started, stopping, stopped, failed, completed or abandoned
 * @param outcome the exit status, null while it runs
 * @param about what it works on, empty when unknown
 * @param total 0 when unknown
 * @param continuedBy the execution that went on with it
 * @param steps only of a single execution
 */
public record JobRunJson(
        long id,
        String job,
        String state,
        @Nullable String outcome,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        Map<String, String> parameters,
        @Nullable String place,
        @Nullable String about,
        Progress progress,
        @Nullable Long continuedBy,
        @Nullable List<JobStep> steps) {

    /** How far it is. */
    public record Progress(long done, long total, int percent) {}

    static JobRunJson of(JobRow row) {
        JobRun run = row.run();
        return new JobRunJson(
                run.id(),
                run.job(),
                run.state().toLowerCase(Locale.ROOT),
                run.outcome(),
                run.startedAt(),
                run.endedAt(),
                run.parameters(),
                row.place(),
                row.progress().about(),
                new Progress(row.progress().done(), row.progress().total(), row.percent()),
                run.continuedBy(),
                run.steps());
    }
}
