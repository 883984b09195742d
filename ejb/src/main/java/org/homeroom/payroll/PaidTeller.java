package org.homeroom.payroll;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Map;
import org.homeroom.kernel.Money;
import org.homeroom.realtime.LiveChannel;

/** Tells a student of the pay as soon as it is in the books for good. */
@ApplicationScoped
public class PaidTeller {

    @Inject LiveChannel live;

    void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) PaidOut paid) {
        Money amount = Money.tokens(paid.amountMinor());
        live.publish(
                paid.schoolId(),
                paid.studentId(),
                "paid",
                Map.of(
                        "amount",
                        Map.of("amount", amount.toDecimal(), "currency", amount.currency()),
                        "entry_id",
                        paid.entryId(),
                        "class_id",
                        paid.classId()));
    }
}
