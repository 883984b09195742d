package org.homeroom.privacy;

/**
 * Rows of one table of the bound school that have no blind index yet, because they are older than
 * it. CDI beans of it are collected by the rotation.
 */
public interface Unmarked {

    /** Counts them. */
    long count();

    /** Marks some of them; returns how many, 0 when none is left. */
    int markNext(int limit);
}
