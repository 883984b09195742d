package org.homeroom.realtime;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedExecutors;
import jakarta.enterprise.concurrent.ManagedTask;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Keeps this node's one listening connection, for as long as the application runs. When the
 * connection breaks it comes back after a pause and fetches what was missed: a notification that
 * nobody listened to is gone, the table is the truth.
 */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NodeListener {

    private static final Logger LOG = System.getLogger(NodeListener.class.getName());
    private static final int WAIT_MILLIS = 5_000;
    private static final long LONGEST_PAUSE_MILLIS = 30_000;

    @Inject NodeEar ear;

    @Resource(lookup = "java:jboss/datasources/HomeroomDS")
    private DataSource dataSource;

    @Resource private ManagedExecutorService executor;

    private Future<?> task;
    private volatile boolean stopping;

    @PostConstruct
    void start() {
        Map<String, String> hints = Map.of(ManagedTask.LONGRUNNING_HINT, "true");
        task = executor.submit(ManagedExecutors.managedTask(this::run, hints, null));
    }

    @PreDestroy
    void stop() {
        stopping = true;
        task.cancel(true);
    }

    private void run() {
        long pause = 1_000;
        boolean first = true;
        while (!stopping) {
            try (Connection connection = dataSource.getConnection()) {
                listen(connection, first);
                first = false;
                pause = 1_000;
                hearWhileOpen(connection.unwrap(PGConnection.class));
            } catch (SQLException e) {
                if (!stopping) {
                    LOG.log(
                            Level.WARNING,
                            "news of other nodes are interrupted: {0}",
                            e.getMessage());
                }
            }
            pause = rest(pause);
        }
    }

    private void listen(Connection connection, boolean first) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + NodeLink.CHANNEL);
        }
        if (!first) {
            ear.catchUp();
        }
    }

    private void hearWhileOpen(PGConnection connection) throws SQLException {
        while (!stopping) {
            PGNotification[] heard = connection.getNotifications(WAIT_MILLIS);
            for (int i = 0; heard != null && i < heard.length; i++) {
                ear.hear(heard[i].getParameter());
            }
        }
    }

    /** Waits, and returns how long to wait the next time. */
    private long rest(long pause) {
        try {
            if (!stopping) {
                Thread.sleep(pause);
            }
        } catch (InterruptedException e) {
            stopping = true;
        }
        return Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
    }
}
