package org.homeroom.ledger;

import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Money;
import org.homeroom.kernel.Refusal;

/** An account that may not be negative does not hold enough. */
public class InsufficientFunds extends Refusal {

    private static final long serialVersionUID = 1L;

    private final UUID accountId;

    /** Says what the account holds, what was asked and what is missing (ui.md section 7). */
    public InsufficientFunds(UUID accountId, Money holds, Money asked) {
        super(
                ErrorCode.CONFLICT,
                "The account has %s. This costs %s. That is %s short."
                        .formatted(
                                holds.toDecimal(),
                                asked.toDecimal(),
                                asked.plus(holds.negated()).toDecimal()));
        this.accountId = accountId;
    }

    /** Returns the account that would be overdrawn. */
    public UUID accountId() {
        return accountId;
    }
}
