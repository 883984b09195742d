package org.homeroom.banking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.homeroom.kernel.Money;
import org.homeroom.ledger.MoneyMoved;
import org.homeroom.tenancy.TenantContext;

/** Moves money in the running transaction: all of it, or it says who is short. */
@ApplicationScoped
public class MoneyDesk {

    /** What may take checking below zero or be covered by savings (V0141). */
    private static final Set<String> OVERDRAWN = Set.of("fine", "purchase", "rent");

    @Inject MoneyRepository money;
    @Inject BankSettingsRepository settings;
    @Inject Event<MoneyMoved> moved;

    /**
     * Moves it and has the students told after success.
     *
     * @param names of the students, for the refusal
     * @throws ShortOfMoney when somebody has too little
     */
    List<MovedMoney> move(MoneyMove move, String currency, Function<UUID, String> names) {
        List<MovedMoney> answer = money.move(move);
        List<MovedMoney> tooLittle = answer.stream().filter(MovedMoney::isShort).toList();
        if (!tooLittle.isEmpty()) {
            BankSettings terms = settings.of(move.classId());
            boolean mayGoBelow =
                    move.account().equals("checking") && OVERDRAWN.contains(move.kind());
            boolean both = mayGoBelow && terms.overdraftProtection();
            throw new ShortOfMoney(
                    tooLittle.stream()
                            .map(
                                    one ->
                                            new ShortOfMoney.Person(
                                                    names.apply(one.studentId()),
                                                    one.holds() + (both ? one.spare() : 0)))
                            .toList(),
                    new Money(-tooLittle.get(0).amount(), currency),
                    both
                            ? ShortOfMoney.Way.SAVINGS
                            : mayGoBelow && terms.overdraftFees()
                                    ? ShortOfMoney.Way.BELOW_ZERO
                                    : ShortOfMoney.Way.NONE,
                    new Money(-terms.overdraftLimit(), currency));
        }
        answer.stream().filter(one -> !one.replayed()).forEach(one -> tell(move, one, currency));
        return answer;
    }

    private void tell(MoneyMove move, MovedMoney one, String currency) {
        moved.fire(
                new MoneyMoved(
                        TenantContext.require(),
                        move.classId(),
                        one.studentId(),
                        one.entryId(),
                        move.kind(),
                        new Money(one.amount(), currency),
                        move.text()));
    }
}
