package org.homeroom.payroll;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import org.homeroom.tenancy.JobSchool;

/**
 * Reads the students of a run who are not paid yet. The lines themselves are the checkpoint: they
 * commit together with the money, so a restart begins exactly behind the last committed chunk, even
 * when the runtime had no time to write its own.
 */
@Named
@Dependent
public class PayLineReader extends AbstractItemReader {

    private static final int PAGE = 500;

    @Inject JobSchool schools;
    @Inject PayRunStepService steps;

    @Inject @BatchProperty String school;

    @Inject @BatchProperty String run;

    private final Deque<UUID> ahead = new ArrayDeque<>();
    private PaidRun paid;
    private UUID last;

    @Override
    public void open(Serializable checkpoint) {
        paid = PaidRun.of(schools, school, run);
    }

    @Override
    public Object readItem() throws Exception {
        if (ahead.isEmpty()) {
            ahead.addAll(paid.call(() -> steps.unpaid(paid.id(), last, PAGE)));
        }
        UUID next = ahead.poll();
        if (next != null) {
            last = next;
        }
        return next;
    }
}
