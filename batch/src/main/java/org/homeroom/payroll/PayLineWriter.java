package org.homeroom.payroll;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.homeroom.tenancy.JobSchool;

/** Pays a chunk of students in the chunk's transaction, in sets. */
@Named
@Dependent
public class PayLineWriter extends AbstractItemWriter {

    @Inject JobSchool schools;
    @Inject PayRunStepService steps;

    @Inject @BatchProperty String school;

    @Inject @BatchProperty String run;

    private PaidRun paid;

    @Override
    public void open(Serializable checkpoint) {
        paid = PaidRun.of(schools, school, run);
    }

    @Override
    public void writeItems(List<Object> items) throws Exception {
        List<UUID> students = items.stream().map(UUID.class::cast).toList();
        paid.call(() -> steps.pay(paid.id(), students));
    }
}
