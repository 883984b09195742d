package org.homeroom.ledger;

import java.sql.SQLException;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeroom.kernel.Money;
import org.homeroom.kernel.Refusal;

/**
 * Turns what the posting functions raise (migrations V0030 and V0031) into what people are told.
 */
final class LedgerRefusal {

    private static final Pattern OVERDRAWN =
            Pattern.compile("overdrawn: (\\S{36}) (-?\\d+) (-?\\d+) ([A-Z]{3}) (\\d+)");
    private static final Pattern USED_KEY = Pattern.compile("the key (.+) was used");

    private LedgerRefusal() {}

    /** Returns the refusal that the state names, else a fault of ours. */
    static RuntimeException of(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        return switch (state) {
            case "HR402" -> overdrawn(failure);
            case "HR409" -> new IdempotencyConflict(found(USED_KEY, failure).group(1));
            case "HR404" -> Refusal.notFound();
            case "HR410" -> new AlreadyReversed();
            default -> new IllegalStateException("the ledger could not be used", failure);
        };
    }

    private static InsufficientFunds overdrawn(SQLException failure) {
        Matcher said = found(OVERDRAWN, failure);
        String currency = said.group(4);
        return new InsufficientFunds(
                UUID.fromString(said.group(1)),
                new Money(Long.parseLong(said.group(2)), currency),
                new Money(Long.parseLong(said.group(3)), currency),
                new Money(Long.parseLong(said.group(5)), currency));
    }

    private static Matcher found(Pattern pattern, SQLException failure) {
        Matcher matcher = pattern.matcher(failure.getMessage());
        if (!matcher.find()) {
            throw new IllegalStateException("the ledger said something unknown", failure);
        }
        return matcher;
    }
}
