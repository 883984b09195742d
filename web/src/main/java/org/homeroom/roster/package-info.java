/** Class lists, uploads and claims on pages and over REST. */
package org.homeroom.roster;
