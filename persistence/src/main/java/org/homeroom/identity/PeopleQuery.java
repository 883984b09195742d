package org.homeroom.identity;

/**
 * Which people somebody looks for.
 *
 * @param text part of a name or user name in any capitals; null or blank for all
 * @param role one role only; null or blank for all
 * @param page from 1
 * @param perPage 1 to 100
 */
public record PeopleQuery(String text, String role, int page, int perPage) {}
