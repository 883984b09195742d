package org.homeroom.tenancy;

/**
 * How many people the plan of a school allows; null where nothing is agreed.
 *
 * @param students accounts of students that may enter
 * @param staff accounts of teachers, staff and administrators that may enter
 */
public record SchoolLimits(Integer students, Integer staff) {}
