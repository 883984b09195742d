/**
 * What operators need: health, the console of jobs.
 *
 * <p>A domain that can be unable to serve contributes a {@code HealthContributor}; the server is
 * ready when all of them are up. Live means only that the process answers. Nothing here reads a row
 * of a school.
 */
package org.homeroom.operations;
