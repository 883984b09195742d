package org.homeroom.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.homeroom.kernel.HealthContributor.Check;

/** Says on the server's management port what /health/ready says on the application's. */
@org.eclipse.microprofile.health.Readiness
@ApplicationScoped
public class ServerReadiness implements HealthCheck {

    @Inject private Readiness readiness;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("homeroom");
        boolean up = true;
        for (Check check : readiness.checks()) {
            answer.withData(check.name(), check.up() ? "UP" : "DOWN");
            up &= check.up();
        }
        return answer.status(up).build();
    }
}
