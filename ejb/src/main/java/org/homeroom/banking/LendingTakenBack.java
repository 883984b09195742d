package org.homeroom.banking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.ledger.ReversalAsked;
import org.homeroom.ledger.ReversalWeighed;

/** Leaves loans and certificates as they were before entries of theirs that are taken back. */
@ApplicationScoped
public class LendingTakenBack {

    @Inject LendingRepository lending;

    void weigh(@Observes ReversalWeighed weighed) {
        weighed.inTheWay().addAll(lending.inTheWay(weighed.entryIds()));
    }

    void untie(@Observes ReversalAsked asked) {
        if (!lending.untie(asked.entryIds())) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "This loan or certificate was paid since. Take that back first.");
        }
    }
}
