package org.homeroom.demonstration;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.homeroom.identity.Caller;
import org.homeroom.identity.CallerContext;
import org.homeroom.messaging.MessagingService;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.StudentRef;

/** A few lines in the class's room, each said by the person who would say it. */
@Dependent
class DemonstrationTalk {

    private static final List<String> LINES =
            List.of(
                    "Good morning. Page 48 today, and please bring a ruler.",
                    "Is 7b the one with the ladder?",
                    "Yes, the ladder leans against the wall.",
                    "I got 3.4 m. Anyone else?",
                    "Same, 3.4",
                    "I had 4.3, so I swapped two sides. Thanks!",
                    "Nicely checked. Remember to tap out when you leave.",
                    "When is the next pay day?",
                    "Friday. Your page shows what you have so far.");
    private static final Set<Integer> TEACHERS_LINES = Set.of(0, 6, 8);

    @Inject MessagingService messaging;

    void chat(ClassRef home, List<StudentRef> students) {
        Caller teacher = CallerContext.require();
        UUID room =
                messaging.conversations().stream()
                        .filter(row -> home.id().equals(row.classId()))
                        .findFirst()
                        .orElseThrow()
                        .id();
        for (int i = 0; i < LINES.size(); i++) {
            Caller speaker =
                    TEACHERS_LINES.contains(i)
                            ? teacher
                            : DemonstrationStudentService.caller(students.get(i % students.size()));
            String text = LINES.get(i);
            String line = "demonstration-" + i;
            say(speaker, room, text, line);
        }
    }

    private void say(Caller speaker, UUID room, String text, String clientId) {
        Caller before = CallerContext.current();
        CallerContext.bind(speaker);
        try {
            messaging.post(room, text, clientId);
        } finally {
            CallerContext.bind(before);
        }
    }
}
