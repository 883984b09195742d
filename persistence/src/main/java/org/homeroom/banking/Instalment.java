package org.homeroom.banking;

import jakarta.annotation.Nullable;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A week's part of a loan. Amounts are minor units.
 *
 * @param state {@code due}, {@code paid}, {@code saved} when its interest was saved by paying off,
 *     or {@code forgiven}
 * @param entryId what settled it; null while it is due
 * @param isMissed a run found too little for it
 */
public record Instalment(
        int number,
        LocalDate dueOn,
        long principal,
        long interest,
        String state,
        @Nullable UUID entryId,
        boolean isMissed) {

    /** Returns what is taken. */
    public long amount() {
        return principal + interest;
    }
}
