package org.homeroom.payroll;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.homeroom.attendance.Mark;
import org.homeroom.kernel.Length;
import org.homeroom.kernel.Sentences;
import org.homeroom.kernel.Show;
import org.homeroom.kernel.Texts;

/** Puts pay for the marks of days into words. */
@Named
@ApplicationScoped
public class PayMarkWords {

    private static final Texts TEXTS = Texts.of("payroll");
    private static final int SECONDS_PER_MINUTE = 60;

    @Inject Show show;

    /** Names a student's marks of a run: what is corrected one by one, the others together. */
    public List<String> brief(List<PayMark> marks, ZoneId zone) {
        List<PayMark> first = marks.stream().filter(one -> !one.isCorrection()).toList();
        List<String> said = new ArrayList<>();
        if (first.size() == 1) {
            said.add(one(first.get(0), zone));
        } else if (!first.isEmpty()) {
            said.add(
                    TEXTS.get(
                            "marks.pay",
                            first.size(),
                            length(first.stream().mapToLong(PayMark::minutes).sum()),
                            show.signed(first.stream().mapToLong(PayMark::difference).sum())));
        }
        marks.stream().filter(PayMark::isCorrection).forEach(one -> said.add(one(one, zone)));
        return said;
    }

    /** Names one mark with its minutes and what it comes to. */
    public String one(PayMark mark, ZoneId zone) {
        return TEXTS.get("mark.pays", said(mark, zone), show.signed(mark.difference()));
    }

    /** Names one mark with its minutes. */
    public String said(PayMark mark, ZoneId zone) {
        String day = show.date(mark.day(), zone);
        return mark.isCorrection()
                ? TEXTS.get("mark.changed", day, word(before(mark)), word(mark.mark()), more(mark))
                : TEXTS.get("mark.minutes", day, word(mark.mark()), length(mark.minutes()));
    }

    // A mark that was put right and taken back by hand is what it was.
    private static Mark before(PayMark mark) {
        return mark.before() == null ? mark.mark() : mark.before();
    }

    private static String word(Mark mark) {
        return Sentences.say(mark.wire());
    }

    private static String more(PayMark mark) {
        return (mark.minutes() < 0 ? "−" : "+") + length(Math.abs(mark.minutes()));
    }

    private static String length(long minutes) {
        return Length.of(minutes * SECONDS_PER_MINUTE);
    }
}
