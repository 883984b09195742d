package org.homeroom.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.homeroom.kernel.Show;

/**
 * Tells in sentences how an entry came about: who did it and why, pay from its taps, a correction
 * from what it corrects.
 */
@ApplicationScoped
public class StatementStory {

    private static final int MICRO_DIGITS = 6;
    private static final long SECONDS_PER_MINUTE = 60;

    @Inject StatementTexts texts;
    @Inject OriginWords origins;
    @Inject Show show;

    /** Tells the story of an entry. */
    public List<String> of(WhyEntry caused, ZoneId zone) {
        EntryRow entry = caused.entry();
        List<String> story = new ArrayList<>();
        story.addAll(origins.story(caused.origin(), entry.kind(), entry.description()));
        if (caused.pay() != null) {
            PayStory pay = caused.pay();
            if (pay.settingsSince() != null) {
                story.add(texts.of("story.rule", show.day(pay.settingsSince(), zone)));
            } else if (pay.settingsUsed() != null) {
                story.add(texts.of("story.rule.used", show.day(pay.settingsUsed(), zone)));
            }
            if (pay.ruled() == null) {
                story.add(
                        texts.of(
                                "story.pay",
                                show.exact(pay.seconds()),
                                rate(pay.rateMicrosPerMinute()),
                                show.money(Math.abs(entry.amount()))));
            } else {
                story.addAll(ruled(pay, pay.ruled()));
            }
            PaySpan.of(pay).stream()
                    .collect(
                            Collectors.groupingBy(
                                    span -> LocalDate.ofInstant(span.from(), zone),
                                    LinkedHashMap::new,
                                    Collectors.toList()))
                    .forEach((day, spans) -> story.add(day(day, spans, pay.through(), zone)));
        }
        if (caused.correction() != null) {
            CorrectionStory change = caused.correction();
            String day = show.date(LocalDate.ofInstant(change.paidThrough(), zone), zone);
            story.add(
                    change.secondsBefore() == change.secondsAfter()
                            ? texts.of("story.correction.window", day)
                            : texts.of(
                                    "story.correction",
                                    show.exact(change.secondsBefore()),
                                    show.exact(change.secondsAfter()),
                                    day));
            story.add(
                    change.ruled()
                            ? texts.of(
                                    "story.correction.ruled",
                                    show.money(change.amountAfter()),
                                    show.money(change.amountBefore()))
                            : texts.of(
                                    "story.correction.money",
                                    show.money(change.amountAfter()),
                                    rate(change.rateMicrosPerMinute()),
                                    show.money(change.amountBefore())));
        }
        if (caused.marks() != null) {
            caused.marks().days().forEach(day -> story.add(marked(day, zone)));
        }
        if (entry.reversalOf() != null) {
            story.add(texts.of("story.reverses"));
        }
        if (entry.corrects() != null) {
            story.add(texts.of("story.corrects", show.date(entry.corrects(), zone)));
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

    private String day(LocalDate day, List<PaySpan> spans, Instant through, ZoneId zone) {
        return texts.of(
                spans.stream().anyMatch(PaySpan::limited) ? "story.day.limit" : "story.day",
                show.date(day, zone),
                spans.stream().map(span -> words(span, zone)).collect(Collectors.joining(", ")),
                show.exact(spans.stream().mapToLong(span -> span.seconds(through)).sum()));
    }

    private String marked(MarkStory.Day day, ZoneId zone) {
        String date = show.date(day.day(), zone);
        String mark = show.sentence(day.mark());
        return day.amountBefore() == 0 && day.before() == null
                ? texts.of(
                        "story.mark",
                        date,
                        mark,
                        show.duration(day.minutesAfter() * SECONDS_PER_MINUTE),
                        rate(day.rateMicrosPerMinute()),
                        show.money(day.amountAfter()))
                : texts.of(
                        "story.mark.changed",
                        date,
                        show.sentence(day.before() == null ? day.mark() : day.before()),
                        mark,
                        show.duration(day.minutesAfter() * SECONDS_PER_MINUTE),
                        rate(day.rateMicrosPerMinute()),
                        show.money(day.amountAfter()),
                        show.money(day.amountBefore()));
    }

    private List<String> ruled(PayStory pay, RuledPay ruled) {
        List<String> parts = new ArrayList<>();
        long paid = pay.seconds() + ruled.rounding() - ruled.capped();
        parts.add(texts.of("story.ruled.time", show.exact(pay.seconds()), show.exact(paid)));
        if (ruled.rounding() != 0) {
            String way = ruled.rounding() > 0 ? "up" : "down";
            String by = show.exact(Math.abs(ruled.rounding()));
            parts.add(texts.of("story.ruled.rounded." + way, by));
        }
        if (ruled.capped() > 0) {
            parts.add(texts.of("story.ruled.capped", show.exact(ruled.capped()), caps(ruled)));
        }
        parts.add(
                texts.of(
                        "story.ruled.regular",
                        show.exact(paid - ruled.overtime()),
                        rate(pay.rateMicrosPerMinute()),
                        show.money(ruled.regularAmount())));
        if (ruled.overtime() > 0) {
            parts.add(
                    texts.of(
                            "story.ruled.overtime",
                            show.exact(ruled.overtime()),
                            BigDecimal.valueOf(ruled.overtimeThousandths(), 3)
                                    .stripTrailingZeros()
                                    .toPlainString(),
                            show.money(ruled.overtimeAmount())));
        }
        if (ruled.bonus() > 0) {
            parts.add(
                    texts.of(
                            "story.ruled.bonus",
                            show.exact(ruled.bonus()),
                            show.money(ruled.bonusAmount())));
        }
        return parts;
    }

    private String caps(RuledPay ruled) {
        List<String> caps = new ArrayList<>();
        cap(caps, "story.cap.day", ruled.capDay());
        cap(caps, "story.cap.week", ruled.capWeek());
        cap(caps, "story.cap.month", ruled.capMonth());
        return String.join(", ", caps);
    }

    private void cap(List<String> caps, String key, Long seconds) {
        if (seconds != null) {
            caps.add(texts.of(key, show.exact(seconds)));
        }
    }

    private String words(PaySpan span, ZoneId zone) {
        String from = show.clock(span.from(), zone);
        return span.to() == null
                ? texts.of("story.since", from)
                : texts.of("story.span", from, show.clock(span.to(), zone));
    }

    // At least two digits, as money has, and no more than it needs.
    private static String rate(long micros) {
        BigDecimal rate = BigDecimal.valueOf(micros, MICRO_DIGITS).stripTrailingZeros();
        return rate.setScale(Math.max(2, rate.scale())).toPlainString();
    }
}
