package org.homeroom.roster;

import java.util.UUID;
import org.homeroom.identity.ErasureReceipt;

/**
 * A class was closed for good. Fired inside the transaction; who keeps something of the class says
 * in the receipt what went and what had to stay.
 */
public record ClassClosed(UUID classId, ErasureReceipt receipt) {}
