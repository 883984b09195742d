package org.homeroom.ledger;

import java.util.UUID;
import org.homeroom.kernel.Money;

/**
 * What an entry that takes another back did to one person.
 *
 * @param entryId of the entry that takes back
 * @param ownerId whose account it was
 * @param amount negative when money was taken from the person
 * @param text what the statement says
 */
public record TakenBack(
        UUID entryId, UUID classId, UUID ownerId, String kind, Money amount, String text) {}
