package org.homeroom.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * A place where a person is signed in: a browser's session, or the tokens of a program.
 *
 * @param id also the family of its tokens
 * @param kind {@code browser} or {@code program}
 * @param name what the person recognises it by, its kind when nothing was known
 * @param ip the address at sign-in, null when unknown
 * @param seenAt when it was last used, give or take a minute; hours for a program
 */
public record Device(
        UUID id, String kind, String name, String ip, Instant begunAt, Instant seenAt) {}
