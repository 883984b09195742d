/** The job that brings a school's personal data under a new key. */
package org.homeroom.privacy;
