package org.homeroom.roster;

import java.time.ZoneId;

/**
 * Change a class.
 *
 * @param name what people read from now on; the period's word when blank
 * @param zone null to follow the school's
 * @param version the version the change was made from
 */
public record ChangeClass(String name, ZoneId zone, long version) {}
