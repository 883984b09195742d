package org.homeroom.payroll;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.MoneyJson;
import org.homeroom.kernel.Sentences;

/** What became of a school's pay days, the newest first. */
public record PayDaysJson(UUID schoolId, String school, List<Row> payDays) {

    /**
     * One class's pay day.
     *
     * @param source whose calendar it was of: class, school or district
     * @param outcome waiting, started, empty (nobody had anything to get) or skipped
     * @param why it waits or was skipped, in a sentence
     * @param state of its run
     * @param studentCount whom the run has paid, and what they got together
     */
    public record Row(
            UUID classId,
            String className,
            Instant dueAt,
            String source,
            String outcome,
            @Nullable String why,
            @Nullable UUID runId,
            @Nullable String state,
            int studentCount,
            MoneyJson paid) {

        static Row of(PayDayRow row) {
            return new Row(
                    row.classId(),
                    row.className(),
                    row.due(),
                    row.source(),
                    row.outcome() == null ? "waiting" : row.outcome(),
                    row.note() == null ? null : Sentences.say(PayDayNote.sentence(row.note())),
                    row.run(),
                    row.state() == null ? null : row.state().wire(),
                    row.students(),
                    MoneyJson.of(row.total(), row.currency()));
        }
    }

    static PayDaysJson of(PayScheduleService.SchoolPayDays one) {
        return new PayDaysJson(
                one.school().id(), one.school().name(), one.rows().stream().map(Row::of).toList());
    }
}
