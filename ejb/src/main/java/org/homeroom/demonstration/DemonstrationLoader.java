package org.homeroom.demonstration;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.homeroom.kernel.JobStarter;

/** Makes the demonstration district once, in the background, when the profile asks for it. */
@Startup
@Singleton
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DemonstrationLoader {

    /** The system property that asks for the demonstration; never set on an installed system. */
    public static final String PROFILE = "homeroom.demonstration";

    private static final Logger LOG = Logger.getLogger(DemonstrationLoader.class.getName());

    @Resource ManagedExecutorService executor;
    @Inject DemonstrationDistrictService district;
    @Inject DemonstrationState state;
    @Inject JobStarter jobs;

    @PostConstruct
    void begin() {
        if (Boolean.getBoolean(PROFILE)) {
            state.loading();
            executor.execute(this::load);
        }
    }

    void load() {
        try {
            if (district.isAbsent()) {
                LOG.info("Making the demonstration district");
                district.make();
                LOG.info("The demonstration district is ready");
                prove();
            }
            state.ready();
        } catch (Exception e) {
            // The profile is for looking at; a half-made district is worth nothing, so say so
            // loudly.
            LOG.log(Level.SEVERE, "The demonstration district could not be made", e);
            state.failed(e);
        }
    }

    // As every night, so that whoever looks at the books before finds them proven.
    private void prove() {
        try {
            jobs.start("ledger-prove", new Properties());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The books are proven at night only", e);
        }
    }
}
