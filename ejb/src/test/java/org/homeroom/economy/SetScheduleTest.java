package org.homeroom.economy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalTime;
import org.homeroom.banking.BankRunJob;
import org.homeroom.payroll.PayRunJob;
import org.junit.jupiter.api.Test;

class SetScheduleTest {

    /** What GET /jobs names can be sent to POST /schedules. */
    @Test
    void theNamesOfTheJobsThemselvesAreUnderstood() {
        assertEquals(Schedule.PAY, wanted(PayRunJob.NAME).job());
        assertEquals(Schedule.BANK, wanted(BankRunJob.NAME).job());
    }

    @Test
    void anyOtherNameStaysAsItWasSent() {
        assertEquals(Schedule.PAY, wanted("pay-run").job());
        assertEquals("ledger-prove", wanted("ledger-prove").job());
        assertNull(wanted(null).job());
    }

    private static SetSchedule wanted(String job) {
        return new SetSchedule(job, "class", null, null, null, LocalTime.NOON, null);
    }
}
