package org.homeroom.ledger;

import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Money;
import org.homeroom.kernel.Refusal;

/** An account that may not be negative does not hold enough. */
public class InsufficientFunds extends Refusal {

    private static final long serialVersionUID = 1L;

    private final UUID accountId;

    /**
     * Says what the account holds, what was asked and what is missing (ui.md section 7).
     *
     * @param aside what of it is set aside
     */
    public InsufficientFunds(UUID accountId, Money holds, Money asked, Money aside) {
        super(ErrorCode.CONFLICT, said(holds, asked, aside));
        this.accountId = accountId;
    }

    private static String said(Money holds, Money asked, Money aside) {
        String missing = asked.plus(aside).plus(holds.negated()).toDecimal();
        return aside.minor() == 0
                ? "The account has %s. This costs %s. That is %s short."
                        .formatted(holds.toDecimal(), asked.toDecimal(), missing)
                : "The account has %s, of which %s is set aside. This costs %s. That is %s short."
                        .formatted(
                                holds.toDecimal(), aside.toDecimal(), asked.toDecimal(), missing);
    }

    /** Returns the account that would be overdrawn. */
    public UUID accountId() {
        return accountId;
    }
}
