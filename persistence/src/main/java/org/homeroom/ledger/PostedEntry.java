package org.homeroom.ledger;

import java.util.List;
import java.util.UUID;

/**
 * What the journal holds under an entry's key.
 *
 * @param replayed true when an earlier call had posted it
 * @param lines in the order of the entry's postings
 */
public record PostedEntry(UUID entryId, boolean replayed, List<PostedLine> lines) {}
