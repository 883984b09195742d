package org.homeroom.economy;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.payroll.PayCalendar;

/**
 * Something that runs by itself, on the wire.
 *
 * @param job {@code pay-run} or {@code interest-run}
 * @param zone in which its calendar is; classes of a school's or district's follow their own
 * @param nextAt null when it is switched off, or a schedule above it holds in its place
 * @param version also the ETag
 */
public record ScheduleJson(
        UUID id,
        String job,
        Scope scope,
        Rhythm calendar,
        String zone,
        @Nullable Instant nextAt,
        boolean enabled,
        long version) {

    /**
     * What it is for.
     *
     * @param kind {@code class}, {@code school} or {@code district}
     */
    public record Scope(String kind, UUID id, String name) {}

    /**
     * On which days.
     *
     * @param firstDate null for every day
     * @param at null when it is switched off
     */
    public record Rhythm(
            int frequencyDays, @Nullable LocalDate firstDate, @Nullable LocalTime at) {}

    /** What it is to be for; without an id the school or district in which one is. */
    public record ScopeWanted(String kind, @Nullable UUID id) {}

    /** On which days it is to run; what is left out stays. */
    public record RhythmWanted(
            @Nullable Integer frequencyDays,
            @Nullable LocalDate firstDate,
            @Nullable LocalTime at) {

        PayCalendar over(PayCalendar before) {
            return new PayCalendar(
                    frequencyDays == null ? before.frequencyDays() : frequencyDays,
                    firstDate == null ? before.first() : firstDate,
                    at == null ? before.at() : at);
        }
    }

    /**
     * What is to run by itself from now on.
     *
     * @param job {@code pay-run} or {@code interest-run}, or as the list of jobs names them: {@code
     *     payroll-pay-run} is {@code pay-run}
     * @param zone that of the class or school, which needs not be said
     * @param nextAt follows from the calendar and is not read, so that an answer can be sent back
     * @param enabled true, which needs not be said either
     */
    public record Request(
            String job,
            ScopeWanted scope,
            RhythmWanted calendar,
            @Nullable String zone,
            @Nullable Instant nextAt,
            @Nullable Boolean enabled) {

        SetSchedule wanted() {
            if (Boolean.FALSE.equals(enabled)) {
                throw new Refusal(
                        ErrorCode.VALIDATION_ERROR,
                        "enabled",
                        "What is set here runs. To switch something off, change or delete it.");
            }
            return new SetSchedule(
                    job,
                    scope == null ? null : scope.kind(),
                    scope == null ? null : scope.id(),
                    calendar == null ? null : calendar.frequencyDays(),
                    calendar == null ? null : calendar.firstDate(),
                    calendar == null ? null : calendar.at(),
                    zone);
        }
    }

    /** What is to change; with {@code enabled} false it is switched off. */
    public record Change(@Nullable RhythmWanted calendar, @Nullable Boolean enabled) {}

    static ScheduleJson of(Schedule found) {
        PayCalendar calendar = found.calendar();
        return new ScheduleJson(
                found.id(),
                found.job(),
                new Scope(found.kind(), found.scopeId(), found.name()),
                new Rhythm(calendar.frequencyDays(), calendar.first(), calendar.at()),
                found.zone().getId(),
                found.nextAt(),
                found.isEnabled(),
                found.version());
    }
}
