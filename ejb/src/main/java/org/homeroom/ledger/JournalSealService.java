package org.homeroom.ledger;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.Ids;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.tenancy.SchoolRef;
import org.homeroom.tenancy.SchoolRepository;
import org.homeroom.tenancy.TenantContext;

/**
 * Seals and proves the books of the school bound to the thread, each call in a transaction of its
 * own. For timers and jobs; no page or resource leads here.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class JournalSealService {

    private static final System.Logger LOG = System.getLogger(JournalSealService.class.getName());
    private static final int SEALS_AT_ONCE = 2000;
    private static final int PROOFS_AT_ONCE = 5000;

    @Inject ProofRepository proofs;
    @Inject SchoolRepository schools;
    @Inject SchoolClock clock;

    /** Lists all schools of the installation. */
    public List<SchoolRef> schools() {
        return schools.schools();
    }

    /**
     * Seals what is finished, up to a limit, and writes the new head to the log, so that a copy of
     * it exists outside the database.
     *
     * @return how many entries were sealed; 0 when there is nothing to do
     */
    public int sealNext() {
        SealedRun run = proofs.sealNext(SEALS_AT_ONCE);
        if (run.sealed() > 0) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "ledger of school {0} sealed to {1}: {2}",
                    TenantContext.require(),
                    Long.toString(run.position()),
                    run.digest());
        }
        return run.sealed();
    }

    /** Takes today's snapshot of the accounts without a running balance. */
    public void takeSnapshot(SchoolRef school) {
        proofs.takeSnapshot(clock.today(school.zone()));
    }

    /** Recomputes the next part of the chain. */
    public ChainCheck proveChain(ChainCheck from) {
        return proofs.proveChain(from, PROOFS_AT_ONCE);
    }

    /**
     * Proves what was sealed since, checks everything outside the chain, unless the chain is broken
     * already, and keeps the result.
     *
     * @return the first break in words; null when everything held
     */
    public String conclude(ChainCheck proved) {
        UUID school = TenantContext.require();
        ChainCheck chain = toHead(proved);
        String breach = chain.breach();
        if (breach == null) {
            breach = proofs.proveSums();
        }
        proofs.record(school, Ids.next(), chain, breach);
        return breach;
    }

    // The head first: what is sealed after it was read makes the chain longer, never shorter.
    private ChainCheck toHead(ChainCheck proved) {
        long head = proofs.head().map(ChainHead::position).orElse(0L);
        ChainCheck chain = proved;
        while (chain.breach() == null && chain.reached() < head) {
            ChainCheck next = proveChain(chain);
            if (next.breach() == null && next.reached() == chain.reached()) {
                String cutOff = "the chain ends at " + chain.reached() + ", before its head";
                return new ChainCheck(chain.reached(), chain.digest(), cutOff);
            }
            chain = next;
        }
        return chain;
    }
}
