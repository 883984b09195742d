package org.homeroom.attendance;

/**
 * A mark that is given.
 *
 * @param note what goes with it, null or blank for nothing
 */
public record MarkGiven(Mark mark, String note) {}
