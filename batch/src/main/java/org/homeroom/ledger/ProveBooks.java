package org.homeroom.ledger;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
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

    @Inject JournalSealService seals;

    /** Subdomain of the one school to prove; empty for all. */
    @Inject
    @BatchProperty(name = "school")
    String subdomain;

    private volatile boolean stopped;

    @Override
    public String process() {
        List<String> breaches = new ArrayList<>();
        int proved = 0;
        for (SchoolRef school : seals.schools()) {
            if (stopped) {
                return "STOPPED";
            }
            if (subdomain == null || subdomain.isBlank() || subdomain.equals(school.subdomain())) {
                TenantContext.runAs(school.id(), () -> prove(school, breaches));
                proved++;
            }
        }
        if (!breaches.isEmpty()) {
            throw new IllegalStateException(String.join("; ", breaches));
        }
        return proved + " SOUND";
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
