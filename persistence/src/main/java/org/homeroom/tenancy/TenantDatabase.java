package org.homeroom.tenancy;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Plain SQL in the running transaction, for set-based reads and writes. The connection is the one
 * that JPA uses in the same transaction; closing it returns only the handle.
 */
@ApplicationScoped
public class TenantDatabase {

    @Resource(lookup = "java:jboss/datasources/HomeroomDS")
    private DataSource dataSource;

    /**
     * Returns the transaction's connection with the school announced.
     *
     * @throws IllegalStateException outside a transaction
     */
    public Connection connection() throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            TenantTransaction.announce(connection);
            return connection;
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
    }
}
