package org.homeroom.roster;

import java.time.ZoneId;

/**
 * A class as its owner edits it.
 *
 * @param ownZone the zone the teacher chose for it, null when it follows the school's
 * @param version counts changes; a change names the version it was made from
 * @param seats how many pupils are on the list
 * @param claimed how many of them have taken their seat
 */
public record ClassDetail(ClassRef ref, ZoneId ownZone, long version, int seats, int claimed) {}
