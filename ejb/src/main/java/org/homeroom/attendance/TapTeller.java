package org.homeroom.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.homeroom.realtime.LiveChannel;
import org.homeroom.roster.TappingChanged;

/**
 * Tells open browsers that someone has tapped. The class hears only that its board has changed,
 * because classmates hear the topic too; the student hears the tap itself.
 */
@ApplicationScoped
public class TapTeller {

    private static final String TYPE = "tap";

    @Inject LiveChannel live;

    /** Who may tap or may no more reads it at once, and so do the boards of the class. */
    void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) TappingChanged change) {
        live.publishTopic(
                change.schoolId(),
                "class:" + change.classId(),
                TYPE,
                Map.of("class_id", change.classId()));
        for (UUID student : change.studentIds()) {
            live.publish(change.schoolId(), student, "notice", Map.of("code", "RELOAD"));
        }
    }

    void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) Tapped tapped) {
        live.publishTopic(
                tapped.schoolId(),
                "class:" + tapped.classId(),
                TYPE,
                Map.of("class_id", tapped.classId()));
        live.publish(
                tapped.schoolId(),
                tapped.studentId(),
                TYPE,
                Map.of(
                        "class_id", tapped.classId(),
                        "action", tapped.action().wire(),
                        "at", tapped.at()));
    }
}
