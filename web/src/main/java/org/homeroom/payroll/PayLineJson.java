package org.homeroom.payroll;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.homeroom.attendance.Session;
import org.homeroom.attendance.TapChangeJson;
import org.homeroom.attendance.TapResource.TapJson;

/**
 * A line of a pay run with what is behind it: the seconds of the sessions add up to the line's.
 *
 * @param ruleVersion of the pay settings that the line was computed by; null for old runs
 * @param changed whether taps changed after the line was computed, and no run has paid that yet
 * @param changes of the taps since
 * @param corrections what later runs paid or took back
 * @param days of a line under an advanced rule
 * @param marks of days that the run pays the student
 */
public record PayLineJson(
        UUID runId,
        String state,
        Instant through,
        @Nullable Long ruleVersion,
        PayRunJson.Line line,
        boolean changed,
        List<SessionJson> sessions,
        List<TapChangeJson> changes,
        List<PayRunJson.Correction> corrections,
        List<DayJson> days,
        List<PayRunJson.MarkPayJson> marks) {

    /** A local day's share of the line, under an advanced rule. */
    public record DayJson(LocalDate day, PayRunJson.Parts parts) {}

    /**
     * From a tap in to the next tap out.
     *
     * @param in null for an "out" without one, which adds nothing
     * @param out null for a session that counts to the run's end
     * @param repeated further taps in while it lasted, which change nothing
     * @param from since when it counts
     * @param to until when it counts
     */
    public record SessionJson(
            @Nullable TapJson in,
            @Nullable TapJson out,
            List<TapJson> repeated,
            Instant from,
            Instant to,
            long seconds) {

        static SessionJson of(Session session) {
            return new SessionJson(
                    session.begin() == null ? null : TapJson.of(session.begin()),
                    session.end() == null ? null : TapJson.of(session.end()),
                    session.repeated().stream().map(TapJson::of).toList(),
                    session.from(),
                    session.to(),
                    session.seconds());
        }
    }

    static PayLineJson of(PayLineStory story) {
        PayRun run = story.run();
        return new PayLineJson(
                run.id(),
                run.state().wire(),
                run.through(),
                run.settingsVersion(),
                PayRunJson.Line.of(
                        story.line(), story.inClass().currency(), story.inClass().zone()),
                story.changed(),
                story.sessions().stream().map(SessionJson::of).toList(),
                story.changes().stream().map(TapChangeJson::of).toList(),
                story.corrections().stream()
                        .map(one -> PayRunJson.Correction.of(one, story.inClass().currency()))
                        .toList(),
                story.days().stream()
                        .map(
                                one ->
                                        new DayJson(
                                                one.day(),
                                                PayRunJson.Parts.of(
                                                        one.parts(), story.inClass().currency())))
                        .toList(),
                story.marks().stream()
                        .map(one -> PayRunJson.MarkPayJson.of(one, story.inClass().currency()))
                        .toList());
    }
}
