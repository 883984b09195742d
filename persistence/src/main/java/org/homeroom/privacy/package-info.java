/**
 * Keys, and what they do for personal data: the installation's keys come from the server's
 * credential store, each school's own keys are wrapped by them, and names and addresses are sealed
 * by those (economy.md section 19, tenancy.md section 9).
 */
package org.homeroom.privacy;
