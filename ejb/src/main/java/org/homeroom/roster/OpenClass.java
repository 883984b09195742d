package org.homeroom.roster;

import java.time.ZoneId;

/**
 * Open a class of the caller's.
 *
 * @param name what people read; null or blank for {@code Period B}
 * @param period the teacher's own word for it, up to 10 characters, such as {@code B}; any capitals
 * @param zone null to follow the school's
 */
public record OpenClass(String name, String period, ZoneId zone) {}
