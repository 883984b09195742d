package org.homeroom.identity;

import java.time.Instant;

/** A ticket as its holder sees it, once. */
public record NewTicket(String ticket, Instant expiresAt) {}
