package org.homeroom.tenancy;

/** A picture with its media type, which was read off its content. */
public record Logo(String type, byte[] content) {}
