package org.homeroom.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeroom.kernel.Sentences;
import org.homeroom.kernel.Show;
import org.homeroom.kernel.Texts;

/** Says what is special about a session: why it ended, what is missing, where taps came from. */
@Named("sessionNotes")
@ApplicationScoped
public class SessionNotes {

    private static final Texts TEXTS = Texts.of("attendance");

    @Inject Show show;

    /** Tells whether somebody forgot a tap: none at the begin, or none on the day it began. */
    public boolean isForgotten(Session session, ZoneId zone) {
        return session.begin() == null || session.end() == null && isOverNight(session, zone);
    }

    /** Returns the notes in the order of the session, none for a plain one. */
    public List<String> of(Session session, ZoneId zone) {
        List<String> notes = new ArrayList<>();
        TapEvent begin = session.begin();
        TapEvent end = session.end();
        if (begin == null) {
            notes.add(TEXTS.get("session.no.in"));
        } else if (begin.at().isBefore(session.from())) {
            notes.add(TEXTS.get("session.from", when(begin, zone), when(session.from(), zone)));
        }
        if (!session.repeated().isEmpty()) {
            String again =
                    session.repeated().stream()
                            .map(tap -> when(tap, zone))
                            .collect(Collectors.joining(", "));
            notes.add(TEXTS.get("session.again", again));
        }
        if (end == null) {
            String to = when(session.to(), zone);
            notes.add(
                    isForgotten(session, zone)
                            ? TEXTS.get("session.forgotten", to)
                            : TEXTS.get("session.open", to));
        } else if (end.reason() != null) {
            notes.add(reason(end));
        }
        if (Stream.of(begin, end).anyMatch(tap -> tap != null && tap.source().equals("import"))) {
            notes.add(TEXTS.get("session.imported"));
        }
        return notes;
    }

    /** Returns why a tap-out was made, in words. */
    public String reason(TapEvent out) {
        return reason(out.reason());
    }

    /** Returns a reason in words; what somebody typed is written as it is. */
    public String reason(String reason) {
        return TEXTS.find("reason." + reason).orElseGet(() -> Sentences.say(reason));
    }

    private static boolean isOverNight(Session session, ZoneId zone) {
        return LocalDate.ofInstant(session.begin().at(), zone)
                .isBefore(LocalDate.ofInstant(session.to(), zone));
    }

    private String when(TapEvent tap, ZoneId zone) {
        return when(tap.at(), zone);
    }

    private String when(Instant at, ZoneId zone) {
        return show.day(at, zone) + " " + show.clock(at, zone);
    }
}
