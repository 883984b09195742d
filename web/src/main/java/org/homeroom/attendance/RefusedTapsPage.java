package org.homeroom.attendance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.homeroom.kernel.Sentences;
import org.homeroom.kernel.Texts;
import org.homeroom.roster.RosterService;
import org.homeroom.roster.StudentRef;

/** What the devices of a class sent in vain, for its teacher to set right by hand. */
@Named
@RequestScoped
public class RefusedTapsPage {

    private static final Texts TEXTS = Texts.of("attendance");

    @Inject RefusedTapService refused;
    @Inject RosterService roster;

    private List<RefusedTap> rows;
    private Map<UUID, String> names;

    /** Lists the refused taps of a class, the newest first. */
    public List<RefusedTap> of(UUID classId) {
        if (rows == null) {
            rows = refused.list(classId);
            names =
                    rows.isEmpty()
                            ? Map.of()
                            : roster.students(classId).stream()
                                    .collect(
                                            Collectors.toMap(
                                                    StudentRef::studentId,
                                                    StudentRef::displayName));
        }
        return rows;
    }

    /** Returns who tapped, as far as that is known. */
    public String name(RefusedTap tap) {
        return tap.studentId() == null
                ? TEXTS.get("refused.nobody")
                : names.getOrDefault(tap.studentId(), TEXTS.get("refused.nobody"));
    }

    /** Says why the tap does not count. */
    public String why(RefusedTap tap) {
        return Sentences.say(KioskCode.valueOf(tap.code()).sentence());
    }
}
