package org.homeroom.realtime;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Asks every connection each 30 s whether it is there and still signed in, and closes one that
 * twice did not answer.
 */
@ApplicationScoped
public class LiveHeartbeat {

    private static final Logger LOG = System.getLogger(LiveHeartbeat.class.getName());
    private static final long EVERY_SECONDS = 30;
    private static final int MISSES = 2;

    private final Map<String, Beat> beats = new ConcurrentHashMap<>();

    @Inject SignInWatch signIns;

    @Resource ManagedScheduledExecutorService executor;

    private ScheduledFuture<?> task;

    @PostConstruct
    void start() {
        task =
                executor.scheduleWithFixedDelay(
                        this::beat, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        task.cancel(false);
    }

    void watch(String session, BrowserSocket socket) {
        beats.put(session, new Beat(socket, new AtomicInteger()));
    }

    void heard(String session) {
        Beat beat = beats.get(session);
        if (beat != null) {
            beat.missed().set(0);
        }
    }

    void forget(String session) {
        beats.remove(session);
    }

    private void beat() {
        beats.forEach(
                (session, beat) -> {
                    if (beat.missed().incrementAndGet() > MISSES) {
                        beats.remove(session);
                        beat.socket().close(CloseReason.LIMIT_EXCEEDED);
                    } else {
                        beat.socket().ping();
                    }
                });
        try {
            signIns.look();
        } catch (RuntimeException e) {
            // A task that fails is not run again; the next look finds what this one did not.
            LOG.log(Level.WARNING, "sign-ins could not be looked at: {0}", e.toString());
        }
    }

    private record Beat(BrowserSocket socket, AtomicInteger missed) {}
}
