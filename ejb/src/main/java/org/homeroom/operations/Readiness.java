package org.homeroom.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import org.homeroom.kernel.HealthContributor;
import org.homeroom.kernel.HealthContributor.Check;

/** Asks every domain that has something to say whether the product can serve. */
@ApplicationScoped
public class Readiness {

    @Inject @Any private Instance<HealthContributor> contributors;

    /** The checks, asked now. */
    public List<Check> checks() {
        return contributors.stream().map(HealthContributor::check).toList();
    }
}
