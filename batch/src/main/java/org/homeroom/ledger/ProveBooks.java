package org.homeroom.ledger;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.Refusal;
import org.homeroom.tenancy.JobSchool;
import org.homeroom.tenancy.SchoolRef;
import org.homeroom.tenancy.TenantContext;

/**
 * Recomputes the chain and the sums of each school. The job fails when a book is broken, with the
 * first break of each school in its words; what was found is kept either way.
 */
@Named
@Dependent
public class ProveBooks extends AbstractBatchlet {

    private static final System.Logger LOG = System.getLogger(ProveBooks.class.getName());

    private static final int LONGEST_STATUS = 500;

    @Inject JournalSealService seals;
    @Inject JobSchool schools;
    @Inject JobContext job;

    /** Subdomain or id of the one school to prove; empty for all. */
    @Inject @BatchProperty String school;

    private volatile boolean stopped;

    @Override
    public String process() {
        List<String> breaches = new ArrayList<>();
        int proved = 0;
        UUID only = school == null || school.isBlank() ? null : only();
        for (SchoolRef each : seals.schools()) {
            if (stopped) {
                return "STOPPED";
            }
            if (only == null || only.equals(each.id())) {
                TenantContext.runAs(each.id(), () -> prove(each, breaches));
                proved++;
            }
        }
        if (!breaches.isEmpty()) {
            String found = String.join("; ", breaches);
            job.setExitStatus(found.substring(0, Math.min(LONGEST_STATUS, found.length())));
            throw new IllegalStateException(found);
        }
        return proved + " SOUND";
    }

    private UUID only() {
        try {
            return schools.id(school);
        } catch (Refusal refusal) {
            job.setExitStatus(refusal.getMessage());
            throw refusal;
        }
    }

    @Override
    public void stop() {
        stopped = true;
    }

    private void prove(SchoolRef school, List<String> breaches) {
        while (!stopped && seals.sealNext() > 0) {
            // What is finished is sealed before it is proved.
        }
        ChainCheck at = new ChainCheck(0, null, null);
        ChainCheck next = seals.proveChain(at);
        while (!stopped && next.breach() == null && next.reached() > at.reached()) {
            at = next;
            next = seals.proveChain(at);
        }
        if (stopped) {
            return;
        }
        String breach = seals.conclude(next);
        if (breach != null) {
            LOG.log(System.Logger.Level.ERROR, "ledger of school " + school.id() + ": " + breach);
            breaches.add(school.name() + ": " + breach);
        }
    }
}
