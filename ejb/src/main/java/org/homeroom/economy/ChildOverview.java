package org.homeroom.economy;

import java.util.List;
import org.homeroom.roster.Child;

/** A child with the classes of today, by period. */
public record ChildOverview(Child child, List<ChildInClass> classes) {}
