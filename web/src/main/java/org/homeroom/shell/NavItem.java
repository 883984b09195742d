package org.homeroom.shell;

/**
 * One entry of the navigation.
 *
 * @param key what a page passes as {@code here}
 * @param href extensionless path
 * @param icon PrimeIcons class
 * @param label key in the frame's texts
 * @param tab true when it stands in the bottom bar of a phone
 */
public record NavItem(String key, String href, String icon, String label, boolean tab) {

    /** Returns the style class that keeps it in a phone's bottom bar, or null. */
    String style() {
        return tab ? "is-tab" : null;
    }

    /** Returns the same entry for one class. */
    NavItem of(String classId) {
        return classId == null
                ? this
                : new NavItem(key, href + "?class=" + classId, icon, label, tab);
    }
}
