package org.homeroom.roster;

import java.util.List;

/**
 * The classes that a person sees.
 *
 * @param classes by period and name
 * @param mayHelp whether a teacher has asked the person for help who was not given it yet
 */
public record ClassesOfPerson(List<ClassRef> classes, boolean mayHelp) {}
