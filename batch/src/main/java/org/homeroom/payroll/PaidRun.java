package org.homeroom.payroll;

import java.util.UUID;
import java.util.concurrent.Callable;
import org.homeroom.kernel.JobParameter;
import org.homeroom.kernel.Refusal;
import org.homeroom.tenancy.JobSchool;
import org.homeroom.tenancy.TenantContext;

/** The run that an execution pays, and its school. */
record PaidRun(UUID school, UUID id) {

    /**
     * Reads the job's parameters.
     *
     * @throws Refusal when they name no school or no run; it says what to give
     */
    static PaidRun of(JobSchool schools, String school, String run) {
        return new PaidRun(schools.id(school), JobParameter.id("run", "a pay run", run));
    }

    /** Works for the run's school, to which the thread is not bound otherwise. */
    <T> T call(Callable<T> work) throws Exception {
        return TenantContext.callAs(school, work);
    }
}
