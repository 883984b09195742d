package org.homeroom.shell;

import java.util.List;
import java.util.Set;
import org.homeroom.identity.Permission;
import org.homeroom.tenancy.ModuleRule;
import org.homeroom.tenancy.SchoolRef;

/** Entries under one heading; the heading is a key in the frame's texts, empty for none. */
public record NavGroup(String title, List<NavItem> items) {

    /** Returns the same group for one class; null for the person's first. */
    NavGroup of(String classId) {
        return new NavGroup(title, items.stream().map(item -> item.of(classId)).toList());
    }

    /** Returns the same group without the entry. */
    NavGroup without(NavItem other) {
        return new NavGroup(title, items.stream().filter(item -> !item.equals(other)).toList());
    }

    /** Returns the same group without what the roles may not open at the place. */
    NavGroup openTo(Set<String> roles, SchoolRef place) {
        return new NavGroup(
                title,
                items.stream()
                        .filter(item -> isOpen("PAGE " + item.href(), roles, place))
                        .toList());
    }

    private static boolean isOpen(String way, Set<String> roles, SchoolRef place) {
        return Permission.of(way)
                .filter(right -> right.isGivenTo(roles))
                .filter(right -> !right.isOfDistrict() || place != null && place.isDistrict())
                .isPresent();
    }

    /** Returns the same group without what the school does not use. */
    NavGroup within(SchoolRef school) {
        return school == null
                ? this
                : new NavGroup(
                        title,
                        items.stream()
                                .filter(item -> ModuleRule.admits(school, item.href()))
                                .toList());
    }
}
