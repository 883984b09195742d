package org.homeroom.roster;

import java.util.List;
import java.util.UUID;

/**
 * A class's teacher has opened or closed tapping for students of the class.
 *
 * @param studentIds those for whom it has changed and who have claimed their seats
 */
public record TappingChanged(UUID schoolId, UUID classId, List<UUID> studentIds) {}
