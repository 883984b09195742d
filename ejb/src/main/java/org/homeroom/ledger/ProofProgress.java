package org.homeroom.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Properties;
import org.homeroom.kernel.JobProgress;

/** Tells operators what the proof of the books takes; how far it is nobody counts. */
@ApplicationScoped
public class ProofProgress implements JobProgress {

    @Override
    public String jobName() {
        return "ledger-prove";
    }

    @Override
    public List<String> parameters() {
        return List.of();
    }

    @Override
    public List<String> options() {
        return List.of("school");
    }

    @Override
    public void check(Properties parameters) {
        // A school, or none for all of them: there is nothing else to look at.
    }

    @Override
    public Progress of(Properties parameters) {
        return Progress.UNKNOWN;
    }
}
