package org.homeroom.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.homeroom.kernel.HealthContributor;
import org.homeroom.kernel.HealthContributor.Check;

/**
 * Says on the server's management port what /health/ready says on the application's. It stands in
 * the EAR's library, where the server looks for health checks.
 */
@Readiness
@ApplicationScoped
public class ServerReadiness implements HealthCheck {

    @Inject @Any private Instance<HealthContributor> contributors;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("homeroom");
        boolean up = true;
        for (HealthContributor contributor : contributors) {
            Check check = contributor.check();
            answer.withData(check.name(), check.up() ? "UP" : "DOWN");
            up &= check.up();
        }
        return answer.status(up).build();
    }
}
