package org.homeroom.payroll;

import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Money;
import org.homeroom.kernel.Refusal;

/** Something changed since the rehearsal; a new one shows the new sum. */
public class StaleRehearsal extends Refusal {

    private static final long serialVersionUID = 1L;

    private final UUID replacement;

    StaleRehearsal(PayRun stale, PayRun fresh) {
        super(
                ErrorCode.CONFLICT,
                "A tap, a mark, a seat, the rate or an earlier payment changed since this"
                        + " rehearsal. Nothing was paid. The sum was "
                        + Money.tokens(stale.total()).toDecimal()
                        + " and is now "
                        + Money.tokens(fresh.total()).toDecimal()
                        + ". Check the new rehearsal "
                        + fresh.id()
                        + " and pay that.");
        this.replacement = fresh.id();
    }

    /** Returns the new rehearsal. */
    public UUID replacement() {
        return replacement;
    }
}
