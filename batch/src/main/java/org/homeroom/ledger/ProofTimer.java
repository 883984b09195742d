package org.homeroom.ledger;

import jakarta.annotation.security.PermitAll;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.Properties;

/** Proves the books every night, on one node of a cluster. */
@Singleton
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ProofTimer {

    /** Starts the job {@code ledger-prove} for all schools. */
    @Schedule(hour = "2", minute = "40", info = "ledger-prove")
    public void prove() {
        BatchRuntime.getJobOperator().start("ledger-prove", new Properties());
    }
}
