package org.homeroom.economy;

import jakarta.enterprise.context.ApplicationScoped;
import org.homeroom.kernel.Sentences;
import org.homeroom.kernel.Texts;

/** The texts of the dashboards, with arguments. */
@ApplicationScoped
public class EconomyTexts {

    private static final Texts TEXTS = Texts.of("economy");
    private static final Texts ATTENDANCE = Texts.of("attendance");
    private static final Texts LEDGER = Texts.of("ledger");

    /** Returns the text with its arguments, which are texts as well. */
    public String of(String key, Object... arguments) {
        return TEXTS.get(key, arguments);
    }

    /** Returns the word for why somebody stopped; what a student typed is written as it is. */
    public String reason(String reason) {
        return ATTENDANCE.find("reason." + reason).orElseGet(() -> Sentences.say(reason));
    }

    /** Returns the word for a kind of entry; one without a word is written as it is. */
    public String kind(String kind) {
        return LEDGER.find("kind." + kind).orElseGet(() -> kind.replace('_', ' '));
    }
}
