package org.homeroom.tenancy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;

/** Repositories without a container: a database of one connection, whose transactions the bench ends. */
public final class OneConnection extends TenantDatabase {

    private final Connection handle;

    /** Wraps the connection; repositories may close their handles as usual. */
    public OneConnection(Connection connection) {
        handle =
                (Connection)
                        Proxy.newProxyInstance(
                                OneConnection.class.getClassLoader(),
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

    @Override
    public Connection connection() {
        return handle;
    }
}
