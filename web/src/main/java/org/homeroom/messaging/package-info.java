/** The class's room on a page and over REST. */
package org.homeroom.messaging;
