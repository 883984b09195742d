package org.homeroom.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.homeroom.kernel.Sentences;
import org.homeroom.kernel.Show;
import org.homeroom.kernel.Texts;

/** Says taps and their changes in words. */
@Named("tapWords")
@ApplicationScoped
public class TapWords {

    private static final Texts TEXTS = Texts.of("attendance");

    @Inject Show show;

    /** Returns the action as a word. */
    public String action(TapAction action) {
        return TEXTS.get("action." + action.wire());
    }

    /** Returns where taps come from. */
    public List<String> getSources() {
        return TapsView.SOURCES;
    }

    /** Says what is odd about a tap that repeats the one before it. */
    public String odd(TapAction action) {
        return TEXTS.get("taps.odd." + action.wire());
    }

    /** Says what a tap is: in or out, and when. */
    public String told(TapRow tap, ZoneId zone) {
        return TEXTS.get("taps.told", action(tap.action()), when(tap.at(), zone));
    }

    /** Tells where a tap came from and what became of it. */
    public List<String> story(TapRow tap, ZoneId zone) {
        List<String> story = new ArrayList<>();
        String source = TEXTS.get("source." + tap.source());
        if (tap.why() != null) {
            story.add(by(tap.recordedBy(), tap.recordedAt(), tap.why(), zone));
        } else if (tap.reason() == null) {
            story.add(source);
        } else {
            story.add(source + " · " + reason(tap.reason()));
        }
        if (tap.replaces() != null) {
            story.add(TEXTS.get("taps.replaces", when(tap.replaces(), zone)));
        }
        if (!tap.counts()) {
            story.add(
                    TEXTS.get(
                            "taps.taken",
                            by(tap.removedBy(), tap.removed(), tap.removedWhy(), zone)));
        }
        return story;
    }

    private static String reason(String reason) {
        return TEXTS.find("reason." + reason).orElseGet(() -> Sentences.say(reason));
    }

    /** Says what was changed, such as that the tap in of a time was taken back. */
    public String change(TapChange change, ZoneId zone) {
        String at = when(change.at(), zone);
        return change.before() == null
                ? TEXTS.get("change." + change.kind(), action(change.action()), at)
                : TEXTS.get(
                        "change.moved", action(change.action()), when(change.before(), zone), at);
    }

    /** Says who changed it, when and why. */
    public String changedBy(TapChange change, ZoneId zone) {
        return by(change.by(), change.changedAt(), change.why(), zone);
    }

    /** Says who did something, when and why. */
    public String by(String name, Instant at, String why, ZoneId zone) {
        return TEXTS.get(
                "change.by",
                name == null ? TEXTS.get("change.nobody") : name,
                when(at, zone),
                Sentences.say(why));
    }

    private String when(Instant at, ZoneId zone) {
        return show.day(at, zone) + " " + show.clock(at, zone);
    }
}
