package org.homeroom.shell;

import java.util.List;

/** Entries under one heading; the heading is a key in the frame's texts, empty for none. */
public record NavGroup(String title, List<NavItem> items) {

    /** Returns the same group for one class; null for the person's first. */
    NavGroup of(String classId) {
        return new NavGroup(title, items.stream().map(item -> item.of(classId)).toList());
    }
}
