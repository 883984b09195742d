package org.homeroom.messaging;

import java.time.Instant;

/**
 * Where a guest's link leads.
 *
 * @param name under which the guest writes
 * @param room the conversation's name
 */
public record GuestLink(String name, String room, Instant endsAt) {}
