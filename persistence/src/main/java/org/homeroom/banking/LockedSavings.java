package org.homeroom.banking;

/**
 * What became of locking savings.
 *
 * @param outcome {@code posted}, {@code replayed} when the same was locked before, or {@code short}
 *     of money
 * @param holds what savings have when that is too little, in minor units
 */
public record LockedSavings(String outcome, long holds) {}
