package planted.ledger;

import planted.payroll.Twin;

/** The ledger knows nobody who posts to it. */
public class Gossip {
    Twin twin;
}
