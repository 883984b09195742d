package org.homeroom.demonstration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.homeroom.kernel.HealthContributor;

/** Keeps the product from calling itself ready before the demonstration district stands. */
@ApplicationScoped
public class DemonstrationState implements HealthContributor {

    private volatile Check check =
            new Check("demonstration", true, Map.of("state", "not asked for"));

    void loading() {
        check = new Check("demonstration", false, Map.of("state", "being made"));
    }

    void ready() {
        check = new Check("demonstration", true, Map.of("state", "ready"));
    }

    void failed(Exception cause) {
        check =
                new Check(
                        "demonstration",
                        false,
                        Map.of("state", "failed", "cause", String.valueOf(cause)));
    }

    @Override
    public Check check() {
        return check;
    }
}
