package org.homeroom.banking;

import java.util.List;
import java.util.stream.Collectors;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Money;
import org.homeroom.kernel.Refusal;

/** Somebody has too little, so nothing was booked for anybody. */
public class ShortOfMoney extends Refusal {

    private static final long serialVersionUID = 1L;

    private static final int NAMED = 5;

    /** What the class's rules let people spend besides what is there. */
    enum Way {
        NONE,
        SAVINGS,
        BELOW_ZERO
    }

    /** Names who is short, what they have, how far they may go and what to do. */
    ShortOfMoney(List<Person> people, Money needed, Way way, Money lowest) {
        super(ErrorCode.CONFLICT, sentence(people, needed, way, lowest));
    }

    /** Who is short; {@code has} counts savings when they may cover. */
    record Person(String name, long has) {}

    private static String sentence(List<Person> people, Money needed, Way way, Money lowest) {
        String who = who(people, needed.currency());
        String sum = needed.toDecimal();
        return switch (way) {
            case SAVINGS ->
                    who
                            + ": savings counted in, that is too little for "
                            + sum
                            + ". Nothing was booked. Take less, or choose fewer students.";
            case BELOW_ZERO ->
                    who
                            + ": that is too little for "
                            + sum
                            + ". Checking may go down to "
                            + lowest.toDecimal()
                            + ", the fee included. Nothing was booked. Take less, or raise the limit in"
                            + " the bank settings.";
            case NONE ->
                    who
                            + ": that is too little for "
                            + sum
                            + ", and it may not go below zero. Nothing was booked. Take less, or choose"
                            + " fewer students.";
        };
    }

    private static String who(List<Person> people, String currency) {
        String named =
                people.stream()
                        .limit(NAMED)
                        .map(
                                one ->
                                        one.name()
                                                + " ("
                                                + new Money(one.has(), currency).toDecimal()
                                                + ")")
                        .collect(Collectors.joining(", "));
        int more = people.size() - NAMED;
        return more > 0 ? named + " and " + more + " others" : named;
    }
}
