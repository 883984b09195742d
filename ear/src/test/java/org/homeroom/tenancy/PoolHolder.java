package org.homeroom.tenancy;

import jakarta.annotation.Resource;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.sql.DataSource;

/**
 * Beside the application in its server: keeps all of the pool's connections to itself but those
 * that it is asked to leave; asked for nothing it gives all back.
 */
@WebServlet("/hold")
public class PoolHolder extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Deque<Connection> held = new ArrayDeque<>();

    @Resource(lookup = "java:jboss/datasources/HomeroomDS")
    private transient DataSource pool;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException {
        String leave = request.getParameter("leave");
        int wanted = leave == null ? 0 : most() - Integer.parseInt(leave);
        // Not by the request's thread, whose connections the server looks after.
        CompletableFuture.runAsync(() -> hold(wanted)).join();
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    /** Gives all back, also when nobody asked for it. */
    @Override
    public void destroy() {
        CompletableFuture.runAsync(() -> hold(0)).join();
    }

    private static int most() throws ServletException {
        try {
            ObjectName source =
                    new ObjectName("jboss.as:subsystem=datasources,data-source=HomeroomDS");
            return (int)
                    ManagementFactory.getPlatformMBeanServer().getAttribute(source, "maxPoolSize");
        } catch (JMException e) {
            throw new ServletException(e);
        }
    }

    private synchronized void hold(int wanted) {
        try {
            while (held.size() < wanted) {
                held.push(pool.getConnection());
            }
            while (held.size() > wanted) {
                held.pop().close();
            }
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }
}
