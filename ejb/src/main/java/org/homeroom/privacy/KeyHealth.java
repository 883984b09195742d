package org.homeroom.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.homeroom.kernel.HealthContributor;

/**
 * Ready only with keys that nobody can guess, and with every key that has wrapped a school's: a
 * server that cannot read names must not take requests, and one with weak keys must not write them.
 */
@ApplicationScoped
public class KeyHealth implements HealthContributor {

    private static final System.Logger LOG = System.getLogger(KeyHealth.class.getName());

    @Inject InstallationKeys installation;
    @Inject DataKeys keys;
    @Inject DataKeyRepository stored;

    private volatile List<String> told = List.of();

    @Override
    public Check check() {
        List<String> faults = new ArrayList<>(installation.faults());
        for (String id : mastersInUse()) {
            if (!keys.knows(id)) {
                faults.add(
                        InstallationKeys.MASTER
                                + " lacks the key "
                                + id
                                + ", which has wrapped schools' keys. Put it back behind the new one");
            }
        }
        if (!faults.equals(told)) {
            told = faults;
            faults.forEach(fault -> LOG.log(System.Logger.Level.ERROR, "Not ready: " + fault));
        }
        return new Check("keys", faults.isEmpty(), Map.of("faults", faults));
    }

    private List<String> mastersInUse() {
        try {
            return stored.mastersInUse();
        } catch (RuntimeException e) {
            // That the database does not answer is another check's to say.
            return List.of();
        }
    }
}
