/** The start pages of students and teachers, where time and money meet. */
package org.homeroom.economy;
