package org.homeroom.payroll;

import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;

/** The class has a run that is going on or stopped half-way. */
public class PayRunUnderWay extends Refusal {

    private static final long serialVersionUID = 1L;

    private final UUID run;

    PayRunUnderWay(PayRun other) {
        super(
                ErrorCode.CONFLICT,
                other.state() == PayState.FAILED
                        ? "A run of this class stopped after "
                                + other.paidCount()
                                + " of "
                                + other.studentCount()
                                + " students. Continue it or take it back first: "
                                + other.id()
                                + "."
                        : "Another run of this class is going on. Open it to see how far it is: "
                                + other.id()
                                + ".");
        this.run = other.id();
    }

    /** Returns the run in the way. */
    public UUID run() {
        return run;
    }
}
