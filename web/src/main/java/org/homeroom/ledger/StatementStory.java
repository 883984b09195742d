package org.homeroom.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.homeroom.kernel.Show;

/**
 * Tells in sentences how an entry came about: pay from its taps, a correction from what it
 * corrects.
 */
@ApplicationScoped
public class StatementStory {

    private static final int MICRO_DIGITS = 6;

    @Inject StatementTexts texts;
    @Inject Show show;

    /** Tells the story of an entry. */
    public List<String> of(WhyEntry caused, ZoneId zone) {
        EntryRow entry = caused.entry();
        List<String> story = new ArrayList<>();
        if (caused.pay() != null) {
            PayStory pay = caused.pay();
            story.add(
                    texts.of(
                            "story.pay",
                            show.duration(pay.seconds()),
                            rate(pay.rateMicrosPerMinute()),
                            show.money(Math.abs(entry.amount()))));
            byDay(pay.taps(), zone)
                    .forEach(
                            (day, taps) ->
                                    story.add(
                                            texts.of(
                                                    "story.day",
                                                    show.date(day, zone),
                                                    spans(taps, zone))));
        }
        if (entry.reversalOf() != null) {
            story.add(texts.of("story.reverses"));
        }
        if (entry.reversedBy() != null) {
            story.add(texts.of("story.reversed"));
        }
        story.add(
                entry.sealPosition() == null
                        ? texts.of("story.unsealed")
                        : texts.of("story.seal", show.count(entry.sealPosition())));
        return story;
    }

    private static Map<LocalDate, List<TapMark>> byDay(List<TapMark> taps, ZoneId zone) {
        Map<LocalDate, List<TapMark>> days = new LinkedHashMap<>();
        for (TapMark tap : taps) {
            days.computeIfAbsent(LocalDate.ofInstant(tap.at(), zone), day -> new ArrayList<>())
                    .add(tap);
        }
        return days;
    }

    private String spans(List<TapMark> taps, ZoneId zone) {
        StringJoiner spans = new StringJoiner(", ");
        TapMark in = null;
        for (TapMark tap : taps) {
            if (tap.action().equals("in")) {
                in = tap;
            } else if (in != null) {
                spans.add(
                        texts.of(
                                "story.span",
                                show.clock(in.at(), zone),
                                show.clock(tap.at(), zone)));
                in = null;
            }
        }
        if (in != null) {
            spans.add(texts.of("story.since", show.clock(in.at(), zone)));
        }
        return spans.toString();
    }

    // At least two digits, as money has, and no more than it needs.
    private static String rate(long micros) {
        BigDecimal rate = BigDecimal.valueOf(micros, MICRO_DIGITS).stripTrailingZeros();
        return rate.setScale(Math.max(2, rate.scale())).toPlainString();
    }
}
