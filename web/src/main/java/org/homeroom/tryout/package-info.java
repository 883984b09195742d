/** The teacher's page and resource for trying a class out as a student. */
package org.homeroom.tryout;
