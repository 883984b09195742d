package org.homeroom.payroll;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.homeroom.kernel.Sentences;
import org.homeroom.kernel.Texts;

/** Puts into words what became of a pay day on which classes were to be paid by themselves. */
@Named
@ApplicationScoped
public class PayDayWords {

    private static final Texts TEXTS = Texts.of("payroll");

    /** Says what became of a pay day. */
    public String fate(PayDayRow row) {
        if (row.outcome() == null) {
            return TEXTS.get("schedule.waiting");
        }
        return TEXTS.get(
                row.outcome().equals("started")
                        ? "state." + row.state().wire()
                        : "schedule." + row.outcome());
    }

    /** Says why a pay day was left out or waits; empty for others. */
    public String why(PayDayRow row) {
        return row.note() == null ? "" : Sentences.say(PayDayNote.sentence(row.note()));
    }
}
