package org.homeroom.roster;

import java.time.ZoneId;
import java.util.UUID;

/**
 * A class as other domains and pages need it: one teacher in one period, with an economy of its own
 * (economy.md, legend).
 *
 * @param name what people read; the class label when the teacher gave one
 * @param zone the class's own zone, else the school's; never null
 * @param teacherId null when a roster named none; administrators run the class then
 * @param joinCode six letters and digits, unique on the platform
 */
public record ClassRef(
        UUID id,
        String name,
        String period,
        ZoneId zone,
        String currency,
        UUID teacherId,
        String joinCode) {}
