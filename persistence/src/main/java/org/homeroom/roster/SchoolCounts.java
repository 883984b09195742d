package org.homeroom.roster;

/**
 * A school in numbers.
 *
 * @param students different ones with a seat in a class of today
 * @param unclaimed seats that wait for their pupil
 * @param requests wishes that nobody has decided on
 */
public record SchoolCounts(int teachers, int classes, int students, int unclaimed, int requests) {}
