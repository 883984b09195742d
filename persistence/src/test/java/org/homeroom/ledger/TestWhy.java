package org.homeroom.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeroom.tenancy.TenantDatabase;

/** Stories of pay for the tests of other domains. */
public final class TestWhy {

    private TestWhy() {}

    /** Returns the story of what a pay line paid. */
    public static PayStory pay(TenantDatabase database, UUID line) {
        WhyRepository why = new WhyRepository();
        why.database = database;
        EntryRow entry =
                new EntryRow(
                        "",
                        line,
                        Instant.EPOCH,
                        "pay",
                        "Pay",
                        new Cause("pay_line", line),
                        null,
                        null,
                        null,
                        1,
                        null,
                        null,
                        null);
        return why.payStories(List.of(entry)).get(line);
    }
}
