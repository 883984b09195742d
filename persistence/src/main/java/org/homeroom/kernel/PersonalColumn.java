package org.homeroom.kernel;

/**
 * A column whose values are personal and therefore sealed. The table's migration marks it with the
 * comment {@code personal}.
 */
public record PersonalColumn(String table, String column) {}
