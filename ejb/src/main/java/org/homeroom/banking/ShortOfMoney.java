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

    /** Names who is short and what they have. */
    ShortOfMoney(List<Person> people, long needed, String currency) {
        super(
                ErrorCode.CONFLICT,
                people.stream()
                                .limit(NAMED)
                                .map(one -> one.name() + " (" + text(one.has(), currency) + ")")
                                .collect(Collectors.joining(", "))
                        + (people.size() > NAMED
                                ? " and " + (people.size() - NAMED) + " others have too little"
                                : "")
                        + "; "
                        + text(needed, currency)
                        + " is needed. Nothing was booked.");
    }

    /** Who is short; {@code has} counts savings when they may cover. */
    record Person(String name, long has) {}

    private static String text(long minor, String currency) {
        return new Money(minor, currency).toDecimal();
    }
}
