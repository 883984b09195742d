package org.homeroom.messaging;

import java.time.Instant;
import java.time.ZoneId;

/**
 * Where a guest's link leads.
 *
 * @param name under which the guest writes
 * @param room the conversation's name
 * @param zone in which its times are shown
 */
public record GuestLink(String name, String room, Instant endsAt, ZoneId zone) {}
