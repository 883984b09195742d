/**
 * What every domain speaks with: money, identifiers, time, refusals, parts of lists, and the ports
 * through which services start jobs and report their health. Knows no domain. Money is exact and in
 * minor units; instants are UTC; a {@link org.homeroom.kernel.Refusal} rolls the transaction back
 * and carries the sentence the person reads.
 */
package org.homeroom.kernel;
