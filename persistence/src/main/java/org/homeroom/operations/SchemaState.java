package org.homeroom.operations;

import java.util.List;

/**
 * What the database says about itself to the application's role.
 *
 * @param versions applied migrations in order, such as "0030"
 * @param failed how many migrations ended in failure
 * @param role the role that asked
 * @param bypasses whether that role is a superuser, bypasses row-level security or owns the tables
 * @param leaks tables of schools that the role may read without row-level security being forced
 */
public record SchemaState(
        List<String> versions, int failed, String role, boolean bypasses, List<String> leaks) {}
