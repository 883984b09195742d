package org.homeroom.roster;

import java.time.Instant;

/**
 * A class that was archived and can be opened again.
 *
 * @param students how many students come back into it when it is opened again
 */
public record ArchivedClass(ClassRef ref, Instant archivedAt, int students) {}
