package org.homeroom.banking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.homeroom.identity.AccountErased;
import org.homeroom.kernel.SchoolClock;

/** Takes what a deleted person borrowed for off the loans; what was paid and owed stays. */
@ApplicationScoped
public class LendingErasure {

    @Inject LoanRepository loans;
    @Inject SchoolClock clock;

    void erase(@Observes AccountErased erased) {
        erased.receipt().went("purposes of loans", loans.forget(erased.accountId(), clock.now()));
    }
}
