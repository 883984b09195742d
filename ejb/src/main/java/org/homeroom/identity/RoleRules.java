package org.homeroom.identity;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;

/**
 * Who may give which role and act on whom (tenancy.md sections 4 and 5): nobody above their own.
 */
public final class RoleRules {

    private static final List<String> RANKS = Roles.ALL;

    private static final Set<String> OF_A_SCHOOL =
            Set.of(
                    Roles.GUEST,
                    Roles.PARENT,
                    Roles.PARTNER,
                    Roles.STAFF,
                    Roles.TEACHER,
                    Roles.SCHOOL_ADMIN);

    private RoleRules() {}

    /** Returns the rank of the strongest role, -1 for none. */
    static int rank(Set<String> roles) {
        return roles.stream().mapToInt(RANKS::indexOf).max().orElse(-1);
    }

    /**
     * Returns the roles that the caller may give, the weakest first. Students come by their class's
     * code alone.
     *
     * @param district whether the people of the district are meant, not those of a school
     */
    public static List<String> grantable(Caller caller, boolean district) {
        Set<String> here = district ? Roles.ACROSS_SCHOOLS : OF_A_SCHOOL;
        return RANKS.stream()
                .filter(here::contains)
                .filter(role -> RANKS.indexOf(role) <= rank(caller.roles()))
                .toList();
    }

    /** Returns the roles that people of a school, or of the district, may have. */
    static List<String> possible(boolean district) {
        return RANKS.stream()
                .filter(role -> Roles.ACROSS_SCHOOLS.contains(role) == district)
                .toList();
    }

    /** Tells whether the person is somebody else and not above the caller. */
    static boolean isBelow(Caller caller, PersonDetail person) {
        return !person.id().equals(caller.accountId())
                && rank(person.roles()) <= rank(caller.roles());
    }

    /**
     * Requires that the caller may give every one of the roles.
     *
     * @throws Refusal naming {@code roles}
     */
    static void requireGrantable(Caller caller, boolean district, Set<String> roles) {
        if (roles == null || roles.isEmpty()) {
            throw new Refusal(ErrorCode.VALIDATION_ERROR, "roles", "Choose at least one role.");
        }
        if (roles.contains(Roles.STUDENT)) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "roles",
                    "Students come in with the code of their class.");
        }
        if (!RANKS.containsAll(roles)) {
            throw new Refusal(ErrorCode.VALIDATION_ERROR, "roles", "There is no such role.");
        }
        if (!grantable(caller, district).containsAll(roles)) {
            throw new Refusal(
                    ErrorCode.AUTHORIZATION_ERROR,
                    "roles",
                    "You can give roles of this place up to your own. Ask someone above you.");
        }
    }

    /**
     * Requires that the caller may give and take what changes.
     *
     * @throws Refusal naming {@code roles}
     */
    static void requireChange(
            Caller caller, boolean district, Set<String> before, Set<String> after) {
        if (before.equals(after)) {
            return;
        }
        if (before.contains(Roles.STUDENT)) {
            throw new Refusal(ErrorCode.VALIDATION_ERROR, "roles", "A student stays a student.");
        }
        if (before.contains(Roles.GUEST) != after.contains(Roles.GUEST)) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "roles",
                    "A guest's account ends by itself. Invite the person anew for another role.");
        }
        Set<String> changed = new HashSet<>(before);
        changed.addAll(after);
        requireGrantable(caller, district, after);
        requireGrantable(caller, district, changed);
    }

    /**
     * Requires that the person is not the caller and not above the caller.
     *
     * @throws Refusal with the sentence why not
     */
    static void requireBelow(Caller caller, PersonDetail person) {
        if (person.id().equals(caller.accountId())) {
            throw new Refusal(
                    ErrorCode.AUTHORIZATION_ERROR,
                    "Someone else must do this for your own account.");
        }
        if (rank(person.roles()) > rank(caller.roles())) {
            throw new Refusal(
                    ErrorCode.AUTHORIZATION_ERROR,
                    "This person's role is above yours. Ask someone of the same role.");
        }
    }
}
