package org.homeroom.tenancy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.homeroom.kernel.TestDatabase;

/** One open transaction of the application's role for a school, rolled back at the end. */
public final class OpenSchool implements AutoCloseable {

    private final UUID school;
    private final Connection connection;
    private final TenantSql sql = new TenantSql();

    /** Opens it. */
    public OpenSchool(UUID school) throws SQLException {
        this.school = school;
        connection = TestDatabase.get().asSchool(school);
        Connection handle =
                (Connection)
                        Proxy.newProxyInstance(
                                OpenSchool.class.getClassLoader(),
                                new Class<?>[] {Connection.class},
                                (proxy, method, arguments) -> {
                                    try {
                                        return method.getName().equals("close")
                                                ? null
                                                : method.invoke(connection, arguments);
                                    } catch (InvocationTargetException e) {
                                        throw e.getCause();
                                    }
                                });
        sql.database =
                new TenantDatabase() {
                    @Override
                    public Connection connection() {
                        return handle;
                    }
                };
    }

    /** What repositories are given. */
    public TenantSql sql() {
        return sql;
    }

    /** Keeps what happened, and goes on in another transaction. */
    public void commit() throws SQLException {
        connection.commit();
        sql.list("select set_config('app.school_id', ?, true)", row -> true, school.toString());
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
