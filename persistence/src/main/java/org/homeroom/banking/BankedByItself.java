package org.homeroom.banking;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A class that goes on, whose bank books by itself, and what may be due there.
 *
 * @param since when the hour was set
 * @param interestFrom the first day whose interest comes next may be paid; null when the class pays
 *     none, or somebody took that of these days back and so has it in hand
 * @param oldest when the oldest instalment or certificate is due; null without any
 * @param looked the newest hour at which loans and certificates were looked at; null for never
 * @param version of the bank's settings
 */
public record BankedByItself(
        UUID classId,
        String className,
        BankHour hour,
        Instant since,
        @Nullable LocalDate interestFrom,
        @Nullable LocalDate oldest,
        @Nullable Instant looked,
        long version) {

    /**
     * Lists what is to be booked now. Of interest the oldest period comes first, and the one after
     * it when that is booked; of loans and certificates all at once that was due by the newest
     * hour.
     */
    public List<BankDay> due(Instant now) {
        LocalDate newest = hour.newest(now);
        Instant hourOfIt = hour.on(newest);
        List<BankDay> due = new ArrayList<>();
        if (!hourOfIt.isAfter(since)) {
            return due;
        }
        if (interestFrom != null && !interestFrom.isAfter(newest)) {
            due.add(day("interest", hour.on(interestFrom)));
        }
        boolean isNew = looked == null || hourOfIt.isAfter(looked);
        if (oldest != null && !oldest.isAfter(newest) && isNew) {
            due.add(day("due", hourOfIt));
        }
        return due;
    }

    private BankDay day(String kind, Instant at) {
        return new BankDay(classId, hour.zone(), kind, at);
    }
}
