package org.homeroom.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.Refusal;
import org.homeroom.roster.ClassOpened;
import org.homeroom.roster.RosterFilled;
import org.homeroom.roster.SeatClaimed;

/** Opens a class's book and accounts as classes and students come, and knows which is whose. */
@ApplicationScoped
public class LedgerAccounts {

    /** What a class itself has: where pay comes from and where money goes to. */
    public static final List<String> SYSTEM_KINDS =
            List.of("pay_expense", "fine_income", "store_income", "adjustment");

    /** What a student has in a class. */
    public static final List<String> PERSONAL_KINDS = List.of("checking", "savings");

    @Inject LedgerAccountRepository accounts;

    /**
     * Returns the student's account in the class.
     *
     * @param kind of {@link #PERSONAL_KINDS}
     * @throws Refusal not found, when the student has no seat there
     */
    public UUID personal(UUID classId, UUID studentId, String kind) {
        return accounts.find(classId, kind, studentId).orElseThrow(Refusal::notFound);
    }

    /**
     * Returns the class's own account.
     *
     * @param kind of {@link #SYSTEM_KINDS}
     * @throws Refusal not found, when there is no such class
     */
    public UUID system(UUID classId, String kind) {
        return accounts.find(classId, kind, null).orElseThrow(Refusal::notFound);
    }

    // In the transaction that opens the class: there is no class without books.
    void open(@Observes ClassOpened news) {
        accounts.openBook(news.schoolId(), news.classId(), news.currency());
        SYSTEM_KINDS.forEach(kind -> accounts.open(news.schoolId(), news.classId(), kind, null));
    }

    void open(@Observes SeatClaimed news) {
        PERSONAL_KINDS.forEach(
                kind -> accounts.open(news.schoolId(), news.classId(), kind, news.studentId()));
    }

    void open(@Observes RosterFilled news) {
        accounts.openAll(news.classIds(), SYSTEM_KINDS, PERSONAL_KINDS);
    }
}
