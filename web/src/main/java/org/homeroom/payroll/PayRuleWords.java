package org.homeroom.payroll;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.homeroom.kernel.Length;
import org.homeroom.kernel.Sentences;
import org.homeroom.kernel.Show;
import org.homeroom.kernel.Texts;
import org.homeroom.payroll.PayRule.Bonus;
import org.homeroom.payroll.PayRule.MarkPay;
import org.homeroom.payroll.PayRule.Overtime;

/** Puts advanced pay settings, and what they make of time, into words. */
@Named
@ApplicationScoped
public class PayRuleWords {

    private static final Texts TEXTS = Texts.of("payroll");
    private static final long SECONDS_PER_MINUTE = 60;

    @Inject Show show;

    /** Returns how many times the rate overtime is paid; empty without overtime. */
    public String times(PayRule rule) {
        return rule.overtime() == null
                ? ""
                : PayRuleJson.multiplier(rule.overtime()).toPlainString();
    }

    /** Returns the bonus a minute; empty without one. */
    public String bonus(PayRule rule) {
        return rule.bonus() == null ? "" : PaySettings.decimal(rule.bonus().microsPerMinute());
    }

    /** Says what rounding and caps made of the time; nothing when all of it is paid. */
    public String time(PayParts parts, PayRule rule) {
        List<String> made = new ArrayList<>();
        taken(made, parts, rule);
        return made.isEmpty()
                ? ""
                : TEXTS.get(
                        "parts.time",
                        show.exact(parts.seconds()),
                        String.join(", ", made),
                        show.exact(parts.paid()));
    }

    private void taken(List<String> made, PayParts parts, PayRule rule) {
        if (parts.rounding() != 0) {
            String way = parts.rounding() > 0 ? "up" : "down";
            made.add(TEXTS.get("parts.time." + way, show.exact(Math.abs(parts.rounding()))));
        }
        if (parts.capped() != 0) {
            List<String> caps = new ArrayList<>();
            caps(caps, rule);
            made.add(
                    TEXTS.get(
                            "parts.time.capped",
                            show.exact(parts.capped()),
                            String.join(", ", caps)));
        }
    }

    /** Says what a student's pay is made of; nothing when all time is paid at the rate. */
    public String made(PayParts parts, PayRule rule) {
        List<String> made = new ArrayList<>();
        if (parts.overtime() != 0 || parts.bonus() != 0) {
            row(made, "regular", parts.regular(), parts.regularAmount());
            row(made, "overtime", parts.overtime(), parts.overtimeAmount());
            row(made, "bonus", parts.bonus(), parts.bonusAmount());
        }
        taken(made, parts, rule);
        return String.join(", ", made);
    }

    private void row(List<String> made, String part, long seconds, long amount) {
        if (seconds != 0) {
            made.add(TEXTS.get("parts.row." + part, show.exact(seconds), show.money(amount)));
        }
    }

    /** Says the whole rule in a sentence. */
    public String rule(PayRule rule) {
        return TEXTS.get("parts.rule", terms(rule));
    }

    /** Lists what a rule is made of; empty for time at the rate alone. */
    public String terms(PayRule rule) {
        List<String> said = new ArrayList<>();
        Overtime overtime = rule.overtime();
        if (overtime != null) {
            said.add(
                    TEXTS.get(
                            "parts.rule.overtime." + overtime.per().name().toLowerCase(Locale.ROOT),
                            show.exact(overtime.afterSeconds()),
                            times(rule)));
        }
        if (rule.rounding() != null) {
            said.add(
                    TEXTS.get(
                            "parts.rule."
                                    + rule.rounding().direction().name().toLowerCase(Locale.ROOT),
                            show.exact(rule.rounding().unitSeconds())));
        }
        caps(said, rule);
        if (rule.bonus() != null) {
            said.add(bonusWords(rule));
        }
        if (rule.marks() != null) {
            said.add(marks(rule.marks()));
        }
        return String.join("; ", said);
    }

    private void caps(List<String> said, PayRule rule) {
        cap(said, "day", rule.caps().day());
        cap(said, "week", rule.caps().week());
        cap(said, "month", rule.caps().month());
    }

    private void cap(List<String> said, String window, Long seconds) {
        if (seconds != null) {
            said.add(TEXTS.get("parts.rule.cap." + window, show.exact(seconds)));
        }
    }

    private static String marks(MarkPay marks) {
        List<String> said = new ArrayList<>();
        mark(said, "present", marks.present());
        mark(said, "late", marks.late());
        mark(said, "excused", marks.excused());
        mark(said, "absent", marks.absent());
        return TEXTS.get("parts.rule.marks", String.join(", ", said), marks.from().toString());
    }

    private static void mark(List<String> said, String mark, int minutes) {
        if (minutes != 0) {
            said.add(
                    TEXTS.get(
                            "parts.rule.mark",
                            Sentences.say(mark),
                            Length.of(minutes * SECONDS_PER_MINUTE)));
        }
    }

    private String bonusWords(PayRule rule) {
        Bonus bonus = rule.bonus();
        String words = TEXTS.get("parts.rule.bonus", bonus(rule));
        if (bonus.from() != null) {
            words += " " + TEXTS.get("parts.rule.bonus.from", bonus.from().toString());
        }
        return bonus.to() == null
                ? words
                : words + " " + TEXTS.get("parts.rule.bonus.to", bonus.to().toString());
    }
}
