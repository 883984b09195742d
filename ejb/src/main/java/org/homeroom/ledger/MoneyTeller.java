package org.homeroom.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Map;
import org.homeroom.realtime.LiveChannel;

/** Tells a student of money that moved as soon as it is in the books for good. */
@ApplicationScoped
public class MoneyTeller {

    @Inject LiveChannel live;

    void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) MoneyMoved moved) {
        live.publish(
                moved.schoolId(),
                moved.studentId(),
                "notice",
                Map.of(
                        "code",
                        "MONEY",
                        "kind",
                        moved.kind(),
                        "amount",
                        Map.of(
                                "amount",
                                moved.amount().toDecimal(),
                                "currency",
                                moved.amount().currency()),
                        "text",
                        moved.text(),
                        "entry_id",
                        moved.entryId(),
                        "class_id",
                        moved.classId()));
    }
}
