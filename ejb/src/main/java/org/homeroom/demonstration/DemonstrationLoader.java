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
import java.util.logging.Level;
import java.util.logging.Logger;

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

    @PostConstruct
    void begin() {
        if (Boolean.getBoolean(PROFILE)) {
            state.loading();
            executor.execute(this::load);
        }
    }

    private void load() {
        try {
            if (district.isAbsent()) {
                LOG.info("Making the demonstration district");
                district.make();
                LOG.info("The demonstration district is ready");
            }
            state.ready();
        } catch (Exception e) {
            // The profile is for looking at; a half-made district is worth nothing, so say so
            // loudly.
            LOG.log(Level.SEVERE, "The demonstration district could not be made", e);
            state.failed(e);
        }
    }
}
