package org.homeroom.realtime;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * The way from this node to the others: news are gathered for a moment and sent by one thread in a
 * transaction of their own. Never inside a business transaction, because a commit that notifies
 * takes a lock on the whole database and commits would queue behind one another (data.md section
 * 7).
 */
@ApplicationScoped
public class NodeLink {

    /** The channel's name in PostgreSQL. */
    static final String CHANNEL = "homeroom_live";

    private static final Logger LOG = System.getLogger(NodeLink.class.getName());
    private static final long GATHER_MILLIS = 25;

    private final String node = UUID.randomUUID().toString();
    private final NewsBatch batch = new NewsBatch();

    @Resource(lookup = "java:jboss/datasources/HomeroomDS")
    private DataSource dataSource;

    @Resource private ManagedScheduledExecutorService executor;

    /** Returns this node's name, by which it knows its own news when they come back. */
    String node() {
        return node;
    }

    /** Hands news on to the other nodes soon; never fails. */
    void pass(NodeNews news) {
        if (!batch.add(news)) {
            return;
        }
        try {
            executor.schedule(this::send, GATHER_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.log(Level.DEBUG, "the server is stopping; the other nodes fetch by number");
        }
    }

    private void send() {
        List<String> payloads = batch.take(node);
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                notifyOthers(connection, payloads);
                connection.commit();
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            // A hint is lost, not a message: listeners fetch by number with the next one.
            LOG.log(Level.WARNING, "other nodes could not be told: {0}", e.getMessage());
        }
    }

    private static void notifyOthers(Connection connection, List<String> payloads)
            throws SQLException {
        try (Statement settings = connection.createStatement()) {
            // A hint need not survive a crash.
            settings.execute("set local synchronous_commit = off");
        }
        try (PreparedStatement statement = connection.prepareStatement("select pg_notify(?, ?)")) {
            for (String payload : payloads) {
                statement.setString(1, CHANNEL);
                statement.setString(2, payload);
                statement.execute();
            }
        }
    }
}
