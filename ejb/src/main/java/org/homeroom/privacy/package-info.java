/**
 * The rotation of schools' keys and what the server says of its own. A value is sealed for school,
 * table, column and row; keys are added and never deleted; a rotation may stop and go on at any
 * point, and readers notice nothing of it.
 */
package org.homeroom.privacy;
