package org.homeroom.tenancy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;

/** Statements of another domain's repositories in a test's transaction. */
public final class TestSql {

    private TestSql() {}

    /** Returns statements on the database's connection. */
    public static TenantSql over(TenantDatabase database) {
        TenantSql sql = new TenantSql();
        sql.database = database;
        return sql;
    }

    /** Returns a handle that leaves the connection open. */
    public static Connection kept(Connection connection) {
        return (Connection)
                Proxy.newProxyInstance(
                        TestSql.class.getClassLoader(),
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
    }
}
