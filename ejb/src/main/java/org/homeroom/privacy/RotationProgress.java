package org.homeroom.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.homeroom.kernel.JobProgress;
import org.homeroom.tenancy.SchoolService;
import org.homeroom.tenancy.TenantContext;

/** Tells operators how much of a school's personal data is under its newest key. */
@ApplicationScoped
public class RotationProgress implements JobProgress {

    @Inject SchoolService schools;
    @Inject RotationStepService steps;

    @Override
    public String jobName() {
        return "pii-rotation";
    }

    @Override
    public boolean sensitive() {
        return true;
    }

    @Override
    public List<String> parameters() {
        return List.of("school");
    }

    @Override
    public List<String> options() {
        return List.of();
    }

    @Override
    public void check(Properties parameters) {
        // Every school has keys.
    }

    @Override
    public Progress of(Properties parameters) {
        return schools.named(parameters.getProperty("school", ""))
                .map(school -> read(school.id()))
                .orElse(Progress.UNKNOWN);
    }

    private Progress read(UUID school) {
        try {
            return TenantContext.callAs(school, steps::progress);
        } catch (Exception e) {
            throw new IllegalStateException("the progress of a rotation could not be read", e);
        }
    }
}
