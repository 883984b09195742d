package org.homeroom.tenancy;

import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Tells PostgreSQL the school of the running JTA transaction, exactly once in it. Row-level
 * security shows no row to a transaction that was not told.
 */
public final class TenantTransaction {

    private static final String KEY = "org.homeroom.tenant";
    private static final String[] REGISTRY_NAMES = {
        // The second name serves container threads that have no component namespace.
        "java:comp/TransactionSynchronizationRegistry",
        "java:jboss/TransactionSynchronizationRegistry"
    };

    // Looked up once: every statement asks for it.
    private static volatile TransactionSynchronizationRegistry found;

    private TenantTransaction() {}

    /**
     * Sets the school on the connection unless the transaction already did.
     *
     * @throws IllegalStateException outside a transaction
     */
    public static void announce(Connection connection) {
        TransactionSynchronizationRegistry registry = registry();
        if (registry.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("the database is used outside a transaction");
        }
        UUID school = TenantContext.current();
        if (school == null || registry.getResource(KEY) != null) {
            return;
        }
        set(connection, school);
        registry.putResource(KEY, school);
    }

    /** Sets the school for the connection's current transaction, without a container. */
    public static void set(Connection connection, UUID school) {
        try (PreparedStatement statement =
                connection.prepareStatement("select set_config('app.school_id', ?, true)")) {
            statement.setString(1, school.toString());
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("the school could not be set on the connection", e);
        }
    }

    /**
     * Refuses a change of school inside a running transaction.
     *
     * @throws IllegalStateException when the thread's school is not the transaction's
     */
    public static void refuseSwitch() {
        TransactionSynchronizationRegistry registry = registry();
        if (registry.getTransactionStatus() == Status.STATUS_ACTIVE) {
            Object announced = registry.getResource(KEY);
            if (announced != null && !announced.equals(TenantContext.current())) {
                throw new IllegalStateException("the school was switched inside one transaction");
            }
        }
    }

    private static TransactionSynchronizationRegistry registry() {
        if (found == null) {
            found = lookUp();
        }
        return found;
    }

    private static TransactionSynchronizationRegistry lookUp() {
        NamingException last = null;
        for (String name : REGISTRY_NAMES) {
            try {
                return InitialContext.doLookup(name);
            } catch (NamingException e) {
                last = e;
            }
        }
        throw new IllegalStateException("no transaction registry", last);
    }
}
