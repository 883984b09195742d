/**
 * The frame around every page: who is here, at which school and class, where they may go. Also the
 * front gate (which school) and what is said when a page cannot be shown. May use every base
 * domain; nobody may use it.
 */
package org.homeroom.shell;
