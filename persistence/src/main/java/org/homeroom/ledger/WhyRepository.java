package org.homeroom.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeroom.identity.AccountNames;
import org.homeroom.roster.SeatNames;
import org.homeroom.tenancy.TenantDatabase;
import org.homeroom.tenancy.TenantSql;

/**
 * Walks from a balance back to what caused it. Reads pay lines and taps, which belong to payroll
 * and attendance, by their published columns.
 */
@ApplicationScoped
public class WhyRepository {

    @Inject TenantDatabase database;
    @Inject TenantSql sql;
    @Inject AccountNames accounts;
    @Inject SeatNames seats;

    /**
     * Tells who and what is behind each entry of a book, by the entry's id.
     *
     * @param from the account from which they are seen
     */
    public Map<UUID, EntryOrigin> origins(UUID book, UUID from, List<UUID> entries) {
        Map<UUID, EntryOrigin> found = new HashMap<>();
        if (!entries.isEmpty()) {
            sql.list(
                    """
                    select e.id, e.cause_type, e.cause_id, e.actor_id, actor.display_name,
                        coalesce(pay.run_id, beside.run_id, bank.run_id) as run_id, o.account_id, o.kind, o.owner_id,
                        case when e.kind in ('reward', 'fine', 'payment') and e.idempotency_key
                            ~ '^[a-z]+:[0-9a-f-]{36}:[0-9a-f-]{36}$'
                          then split_part(e.idempotency_key, ':', 2)::uuid end as act,
                        n.id as seat_id, n.first_name, n.last_initial
                      from ledger_entry e
                      left join identity_account actor on actor.school_id = e.school_id
                        and actor.id = e.actor_id and actor.kind = 'adult'
                      left join payroll_line pay on pay.school_id = e.school_id
                        and e.cause_type = 'pay_line' and pay.id = e.cause_id
                      left join payroll_correction beside on beside.school_id = e.school_id
                        and e.cause_type in ('pay_correction', 'pay_mark')
                        and beside.id = e.cause_id
                      left join banking_line bank on bank.school_id = e.school_id
                        and e.cause_type = 'bank_line' and bank.id = e.cause_id
                      left join lateral (
                        select a.id as account_id, a.kind, a.owner_id
                          from ledger_posting p
                          join ledger_account a on a.school_id = p.school_id and a.id = p.account_id
                          where p.school_id = e.school_id and p.book_id = e.book_id
                            and p.entry_id = e.id and p.account_id <> ?
                          order by p.line limit 1) o on true
                      left join roster_seat n on n.school_id = e.school_id
                        and n.class_id = e.book_id and n.student_id = o.owner_id
                      where e.book_id = ? and e.id = any (?)
                    """,
                    row -> found.put(LedgerSql.uuid(row, "id"), origin(row)),
                    from,
                    book,
                    entries.toArray(UUID[]::new));
        }
        return found;
    }

    private EntryOrigin origin(ResultSet row) throws SQLException {
        UUID actor = LedgerSql.uuid(row, "actor_id");
        String name = row.getString("display_name");
        return new EntryOrigin(
                new Cause(row.getString("cause_type"), LedgerSql.uuid(row, "cause_id")),
                actor == null,
                name == null ? null : accounts.displayName(actor, name),
                LedgerSql.uuid(row, "run_id"),
                LedgerSql.uuid(row, "act"),
                LedgerSql.uuid(row, "account_id"),
                row.getString("kind"),
                LedgerSql.uuid(row, "owner_id"),
                seats.inShort(row));
    }

    /**
     * Sums the account's entries by kind, in order of first use.
     *
     * @param to the first instant that no longer counts; null for none
     */
    public List<WhyTerm> terms(UUID accountId, Instant from, Instant to) {
        return LedgerSql.list(
                database,
                """
                select e.kind, sum(p.amount)::bigint as amount, count(*) as n
                  from ledger_posting p
                  join ledger_entry e on e.school_id = p.school_id and e.book_id = p.book_id
                    and e.id = p.entry_id
                  where p.account_id = ? and (?::timestamptz is null or e.recorded_at >= ?)
                    and (?::timestamptz is null or e.recorded_at < ?)
                  group by e.kind order by min(e.seq)
                """,
                row -> new WhyTerm(row.getString("kind"), row.getLong("amount"), row.getLong("n")),
                accountId,
                from,
                from,
                to,
                to);
    }

    /** Tells the story of each correction of pay among the causes, by the correction's id. */
    public Map<UUID, CorrectionStory> corrections(List<EntryRow> entries) {
        Object[] ids = causes(entries, "pay_correction");
        Map<UUID, CorrectionStory> stories = new HashMap<>();
        if (ids.length > 0) {
            LedgerSql.listWith(
                    database,
                    """
                    select c.id, c.run_id, c.line_id, was.through, c.seconds_before, c.seconds_after,
                        c.amount_before, c.amount_after, l.rate_micros_per_minute,
                        was.rule_id is not null as ruled
                      from payroll_correction c
                      join payroll_line l on l.school_id = c.school_id and l.id = c.line_id
                      join payroll_run was on was.school_id = l.school_id and was.id = l.run_id
                      where c.id = any (?)
                    """,
                    row -> stories.put(LedgerSql.uuid(row, "id"), correction(row)),
                    connection -> new Object[] {connection.createArrayOf("uuid", ids)});
        }
        return stories;
    }

    private static CorrectionStory correction(ResultSet row) throws SQLException {
        return new CorrectionStory(
                LedgerSql.uuid(row, "run_id"),
                LedgerSql.uuid(row, "line_id"),
                LedgerSql.instant(row, "through"),
                row.getLong("seconds_before"),
                row.getLong("seconds_after"),
                row.getLong("amount_before"),
                row.getLong("amount_after"),
                row.getLong("rate_micros_per_minute"),
                row.getBoolean("ruled"));
    }

    /** Tells of which days' marks each cause is, by the cause's id. */
    public Map<UUID, MarkStory> marks(List<EntryRow> entries) {
        Object[] ids = causes(entries, "pay_mark");
        Map<UUID, MarkStory> stories = new HashMap<>();
        if (ids.length > 0) {
            LedgerSql.listWith(
                    database,
                    """
                    select cause.id, cause.run_id, l.id as line_id, c.day, c.mark, c.mark_before,
                        c.seconds_before / 60 as minutes_before,
                        c.seconds_after / 60 as minutes_after, c.rate_micros_per_minute,
                        c.amount_before, c.amount_after
                      from payroll_correction cause
                      join payroll_line l on l.school_id = cause.school_id
                        and l.run_id = cause.run_id and l.student_id = cause.student_id
                      join payroll_correction c on c.school_id = cause.school_id
                        and c.run_id = cause.run_id and c.student_id = cause.student_id
                        and c.entry_id = cause.entry_id
                      where cause.id = any (?)
                      order by cause.id, c.day
                    """,
                    row -> {
                        UUID run = LedgerSql.uuid(row, "run_id");
                        UUID line = LedgerSql.uuid(row, "line_id");
                        return stories.computeIfAbsent(
                                        LedgerSql.uuid(row, "id"),
                                        id -> new MarkStory(run, line, new ArrayList<>()))
                                .days()
                                .add(marked(row));
                    },
                    connection -> new Object[] {connection.createArrayOf("uuid", ids)});
        }
        return stories;
    }

    private static MarkStory.Day marked(ResultSet row) throws SQLException {
        return new MarkStory.Day(
                row.getObject("day", LocalDate.class),
                row.getString("mark"),
                row.getString("mark_before"),
                row.getLong("minutes_before"),
                row.getLong("minutes_after"),
                row.getLong("rate_micros_per_minute"),
                row.getLong("amount_before"),
                row.getLong("amount_after"));
    }

    private static Object[] causes(List<EntryRow> entries, String type) {
        return entries.stream()
                .filter(entry -> entry.cause().type().equals(type))
                .map(entry -> entry.cause().id())
                .toArray();
    }

    /** Tells the story of each pay line among the causes, by the line's id. */
    public Map<UUID, PayStory> payStories(List<EntryRow> entries) {
        Object[] lines = causes(entries, "pay_line");
        Map<UUID, PayStory> stories = new HashMap<>();
        if (lines.length > 0) {
            for (Tap tap : taps(lines)) {
                PayStory story = stories.computeIfAbsent(tap.story().lineId(), id -> tap.story());
                if (tap.mark().id() != null) {
                    story.taps().add(tap.mark());
                }
            }
        }
        return stories;
    }

    private record Tap(PayStory story, TapMark mark) {}

    private List<Tap> taps(Object[] lines) {
        return LedgerSql.listWith(
                database,
                """
                select l.id as line_id, l.run_id, l.seconds, l.rate_micros_per_minute, l.anchor_at,
                    r.through, r.settings_version, terms.since as settings_since,
                    used.at as settings_used, t.id as tap_id, t.action, t.at, t.source,
                    t.source = 'limit' or t.source in ('import', 'demonstration')
                      and t.reason like 'Daily limit%reached' as by_limit,
                    rule.number as rule_number,
                    rule.overtime_thousandths, l.rounding_seconds, l.capped_seconds,
                    rule.cap_day_seconds, rule.cap_week_seconds, rule.cap_month_seconds,
                    l.overtime_seconds, l.bonus_seconds, l.overtime_amount, l.bonus_amount, l.amount
                  from payroll_line l
                  join payroll_run r on r.school_id = l.school_id and r.id = l.run_id
                  left join payroll_rule rule on rule.school_id = r.school_id and rule.id = r.rule_id
                  left join lateral (
                    select min(f.created_at) as at from payroll_run f
                      where f.school_id = r.school_id and f.class_id = r.class_id
                        and f.settings_version <= r.settings_version
                        and (f.rate_micros_per_minute, f.daily_limit_minutes, f.rule_id)
                          is not distinct from
                            (r.rate_micros_per_minute, r.daily_limit_minutes, r.rule_id)
                    ) used on true
                  left join lateral (
                    select s.since from payroll_terms_since s
                      where s.school_id = r.school_id and s.class_id = r.class_id
                        and s.version <= r.settings_version
                      order by s.version desc limit 1) terms on true
                  left join attendance_tap_effective t on t.school_id = l.school_id
                    and t.class_id = r.class_id and t.student_id = l.student_id
                    and t.at > coalesce(l.anchor_at, '-infinity') and t.at <= r.through
                  where l.id = any (?)
                  order by l.id, t.at
                """,
                WhyRepository::tap,
                connection -> new Object[] {connection.createArrayOf("uuid", lines)});
    }

    private static Tap tap(ResultSet row) throws SQLException {
        PayStory story =
                new PayStory(
                        LedgerSql.uuid(row, "run_id"),
                        LedgerSql.uuid(row, "line_id"),
                        row.getLong("seconds"),
                        row.getLong("rate_micros_per_minute"),
                        LedgerSql.instant(row, "anchor_at"),
                        LedgerSql.instant(row, "through"),
                        LedgerSql.number(row, "settings_version"),
                        LedgerSql.instant(row, "settings_since"),
                        LedgerSql.instant(row, "settings_used"),
                        new ArrayList<>(),
                        ruled(row));
        return new Tap(
                story,
                new TapMark(
                        LedgerSql.uuid(row, "tap_id"),
                        row.getString("action"),
                        LedgerSql.instant(row, "at"),
                        row.getString("source"),
                        row.getBoolean("by_limit")));
    }

    private static RuledPay ruled(ResultSet row) throws SQLException {
        int number = row.getInt("rule_number");
        if (number == 0) {
            return null;
        }
        long overtime = row.getLong("overtime_amount");
        long bonus = row.getLong("bonus_amount");
        return new RuledPay(
                number,
                row.getLong("rounding_seconds"),
                row.getLong("capped_seconds"),
                LedgerSql.number(row, "cap_day_seconds"),
                LedgerSql.number(row, "cap_week_seconds"),
                LedgerSql.number(row, "cap_month_seconds"),
                row.getLong("overtime_seconds"),
                row.getInt("overtime_thousandths"),
                row.getLong("bonus_seconds"),
                row.getLong("amount") - overtime - bonus,
                overtime,
                bonus);
    }
}
