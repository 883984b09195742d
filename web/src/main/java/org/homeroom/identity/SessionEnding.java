package org.homeroom.identity;

/** A browser session is about to end; what hangs on it says goodbye first. */
public record SessionEnding(String sessionId) {}
