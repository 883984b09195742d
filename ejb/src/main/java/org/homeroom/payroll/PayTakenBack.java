package org.homeroom.payroll;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.ledger.ReversalAsked;
import org.homeroom.ledger.ReversalWeighed;

/**
 * Leaves the time behind pay that is taken back to be paid again: pay that was voided does not
 * count (domain/economy.md 4.3).
 */
@ApplicationScoped
public class PayTakenBack {

    @Inject PayrollRepository payroll;

    void weigh(@Observes ReversalWeighed weighed) {
        weighed.inTheWay().addAll(payroll.inTheWay(weighed.classId(), weighed.entryIds()));
    }

    void unpay(@Observes ReversalAsked asked) {
        if (payroll.unpay(asked.entryIds()).equals("later")) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "This student's later time was paid since, or is being paid. Take the later"
                            + " run or its entry back first.");
        }
    }
}
