package org.homeroom.launcher;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/** Brings a database to the schema of this build, as the owner. */
public final class Migration {
    /** Held, because the logging system forgets the level of a logger that nobody holds. */
    private static final Logger LOG = Logger.getLogger("org.flywaydb");

    private Migration() {}

    /**
     * Applies what is missing and returns the number of migrations applied.
     *
     * @throws Refused when the database cannot be reached or its history differs from this build
     */
    public static int run(DatabaseAccess access) {
        LOG.setLevel(Level.WARNING);
        FluentConfiguration configuration =
                Flyway.configure()
                        .dataSource(access.url(), access.ownerUser(), access.ownerPassword())
                        .defaultSchema("homeroom")
                        .createSchemas(false)
                        .locations("classpath:db/migration")
                        // Each domain numbers in a range of its own, so a new one may come below.
                        .outOfOrder(true);
        // Otherwise "create index concurrently" would wait for the migration's own lock for ever.
        configuration
                .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false);
        try {
            return configuration.load().migrate().migrationsExecuted;
        } catch (FlywayValidateException e) {
            throw new Refused(
                    "The tables in "
                            + access.url()
                            + " were made by another build of Homeroom: use that build, or another"
                            + " database (HOMEROOM_DATA, DB_URL).");
        } catch (FlywayException e) {
            throw new Refused("The database could not be migrated: " + sentence(e));
        }
    }

    /** The deepest cause says what is wrong, the others where it was noticed. */
    private static String sentence(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage().lines().findFirst().orElse("");
    }
}
