package org.homeroom.payroll;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.HoursText;
import org.homeroom.kernel.Length;
import org.homeroom.kernel.Money;
import org.homeroom.kernel.NumberText;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.Texts;
import org.homeroom.kernel.TimeText;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;

/** What a class pays for time, and when. */
@Named
@RequestScoped
public class PaySettingsPage {

    private static final Texts TEXTS = Texts.of("payroll");
    private static final int WEEK = 7;
    private static final long SECONDS_PER_MINUTE = 60;
    private static final List<String> USUAL = List.of("7", "14", "30");
    private static final Pattern DAYS = Pattern.compile("[1-9][0-9]{0,2}");

    @Inject RosterService roster;
    @Inject PaySettingsService settings;
    @Inject HttpServletRequest request;

    private String classId;
    private ClassRef shown;
    private PaySettings stored;
    private LocalDate nextPayDate;
    private String rate;
    private String per;
    private String limit;
    private String frequency;
    private String firstDate;
    private String paysAt;
    private String hours;
    private long weeklyIncome;
    private String weekLimit;
    private String version;
    private String every;
    private String everyUnit;
    private boolean everywhere;
    private boolean advanced;
    private boolean ruled;
    private List<ClassRef> others = List.of();
    private final List<Refusal> wrong = new ArrayList<>();
    private final PayRuleForm rule = new PayRuleForm();

    /**
     * Reads the class that the address or the form names, else the first, before Faces asks what is
     * shown.
     */
    @PostConstruct
    void load() {
        classId = request.getParameter("class");
        UUID id = PayForm.id(classId);
        List<ClassRef> own = roster.myClasses();
        if (id == null) {
            id = own.stream().findFirst().map(ClassRef::id).orElse(null);
        }
        if (id == null) {
            return;
        }
        shown = roster.ownedClass(id);
        UUID here = id;
        others = own.stream().filter(one -> !one.id().equals(here)).toList();
        nextPayDate = settings.payDays(id).next();
        PaySettings found = settings.get(id);
        stored = found;
        weeklyIncome = found.weeklyIncome();
        weekLimit = weekLimit(found);
        ruled = !found.rule().isPlain();
        String mode = request.getParameter("mode");
        advanced = mode == null ? ruled : mode.equals("advanced");
        // Of a form too: what may be chosen is asked for before what was chosen is known.
        String chosen = request.getParameter("settings:frequency");
        frequency =
                chosen != null && DAYS.matcher(chosen).matches()
                        ? chosen
                        : Integer.toString(found.frequencyDays());
        if (!FacesContext.getCurrentInstance().isPostback()) {
            fill(found);
        }
    }

    // Said only where more hours are expected than the daily limit lets through.
    private static String weekLimit(PaySettings found) {
        if (found.dailyLimitMinutes() == null
                || found.expectedWeeklyMinutes() <= WEEK * found.dailyLimitMinutes()) {
            return "";
        }
        long day = found.dailyLimitMinutes() * SECONDS_PER_MINUTE;
        return TEXTS.get(
                "settings.hours.limit",
                Length.of(day),
                Length.of(WEEK * day),
                new Money(found.amount(WEEK * day), Money.TOKENS).toDecimal());
    }

    /** Returns what the daily limit leaves of the hours expected; empty when it leaves them. */
    public String getWeekLimit() {
        return weekLimit;
    }

    /** Stores what was entered and shows it again. */
    public void save() {
        try {
            String saved = TEXTS.get("settings.saved");
            List<UUID> also = also();
            PaySettings wanted = entered();
            if (!isRight(wanted)) {
                return;
            }
            int classes = settings.changeMany(PayForm.id(classId), also, wanted);
            if (classes > 1) {
                saved = TEXTS.get("settings.saved.everywhere", classes);
            }
            FacesContext faces = FacesContext.getCurrentInstance();
            faces.getExternalContext().getFlash().setKeepMessages(true);
            faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, saved, null));
            if (wanted.paysNothing()) {
                faces.addMessage(
                        null,
                        new FacesMessage(
                                FacesMessage.SEVERITY_WARN, TEXTS.get("settings.nobody"), null));
            }
            PayForm.redirect("/payroll/settings?class=" + PayForm.id(classId));
        } catch (Refusal refusal) {
            FieldForm.show(refusal, "settings");
        }
    }

    /** Shows the other page of settings, with what was typed on this one. */
    public void change() {
        advanced = !advanced;
        if (advanced) {
            fillEvery(PayForm.whole("frequency", frequency));
            rule.fill(stored.rule());
        } else {
            frequency = typedFrequency();
            ruled = ruled || isRuleTyped();
        }
    }

    // What is no number of days cannot be chosen from a list.
    private String typedFrequency() {
        try {
            int days = PayForm.days(every, everyUnit);
            return Integer.toString(days > 0 ? days : stored.frequencyDays());
        } catch (Refusal noNumber) {
            return Integer.toString(stored.frequencyDays());
        }
    }

    private boolean isRuleTyped() {
        try {
            return !rule.rule().isPlain();
        } catch (Refusal unfinished) {
            return true;
        }
    }

    private List<UUID> also() {
        if (everywhere) {
            return others.stream().map(ClassRef::id).toList();
        }
        String[] chosen = request.getParameterValues("also");
        return chosen == null ? List.of() : Stream.of(chosen).map(PayForm::id).toList();
    }

    private void fill(PaySettings found) {
        RateShown shownRate = RateShown.of(found);
        rate = shownRate.amount();
        per = shownRate.unit().code();
        limit = found.dailyLimitMinutes() == null ? "" : found.dailyLimitMinutes().toString();
        firstDate = found.firstPayDate() == null ? "" : found.firstPayDate().toString();
        paysAt = found.paysAt() == null ? "" : found.paysAt().toString();
        hours = HoursText.of(found.expectedWeeklyMinutes());
        fillEvery(found.frequencyDays());
        rule.fill(found.rule());
        version = Long.toString(found.version());
    }

    private void fillEvery(int days) {
        boolean weeks = days % WEEK == 0;
        every = Integer.toString(days / (weeks ? WEEK : 1));
        everyUnit = weeks ? "weeks" : "days";
    }

    // All that is wrong is said at once, and of a field the first thing.
    private boolean isRight(PaySettings wanted) {
        Set<String> said = wrong.stream().map(Refusal::field).collect(Collectors.toSet());
        PaySettingsCheck.problems(wanted).stream()
                .filter(one -> said.add(one.field()))
                .forEach(wrong::add);
        wrong.forEach(one -> FieldForm.show(one, "settings"));
        return wrong.isEmpty();
    }

    // What cannot be read stands as it is stored, while the other fields are looked at.
    private <T> T read(T asStored, Supplier<T> field) {
        try {
            return field.get();
        } catch (Refusal refusal) {
            wrong.add(refusal);
            return asStored;
        }
    }

    private PaySettings entered() {
        return new PaySettings(
                read(stored.rateMicrosPerMinute(), this::micros),
                RateText.unit("rate_per_minute", per),
                read(stored.dailyLimitMinutes(), this::dailyLimit),
                read(stored.frequencyDays(), this::frequencyDays),
                read(stored.firstPayDate(), this::day),
                read(stored.paysAt(), () -> TimeText.time("pays_at", paysAt)),
                advanced ? read(stored.rule(), rule::rule) : PayRule.PLAIN,
                read(
                        stored.expectedWeeklyMinutes(),
                        () -> HoursText.typed("expected_weekly_hours", hours)),
                PayForm.whole("version", version));
    }

    private long micros() {
        return RateText.micros("rate_per_minute", NumberText.rate("rate_per_minute", rate), per);
    }

    private Integer dailyLimit() {
        return limit == null || limit.isBlank()
                ? null
                : PayForm.whole("daily_limit_minutes", limit);
    }

    private int frequencyDays() {
        return advanced
                ? PayForm.days(every, everyUnit)
                : PayForm.whole("frequency_days", frequency);
    }

    private LocalDate day() {
        try {
            return firstDate == null || firstDate.isBlank()
                    ? null
                    : TimeText.usual(LocalDate.parse(firstDate.strip()));
        } catch (DateTimeException e) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR, "first_pay_date", "Write the day as 2026-10-16.");
        }
    }

    public ClassRef getShown() {
        return shown;
    }

    public LocalDate getNextPayDate() {
        return nextPayDate;
    }

    public String getRate() {
        return rate;
    }

    public void setRate(String rate) {
        this.rate = rate;
    }

    /** Returns what the rate is for. */
    public String getPer() {
        return per;
    }

    public void setPer(String per) {
        this.per = per;
    }

    /** Returns for what a rate may be. */
    public List<String> getUnits() {
        return List.of("second", "minute", "hour", "day");
    }

    /** Returns the other classes that the caller runs. */
    public List<ClassRef> getOthers() {
        return others;
    }

    /** Returns the usual numbers of days between pay days, and the class's own. */
    public List<String> getFrequencies() {
        return frequency == null || USUAL.contains(frequency)
                ? USUAL
                : Stream.concat(USUAL.stream(), Stream.of(frequency)).toList();
    }

    /** Returns the words for a number of days between pay days. */
    public String frequencyLabel(String days) {
        return USUAL.contains(days)
                ? TEXTS.get("settings.every." + days)
                : TEXTS.get("settings.every.days", days);
    }

    /** Tells whether the page has the advanced settings too. */
    public boolean isAdvanced() {
        return advanced;
    }

    /** Tells whether the class has advanced settings, which the simple page would take away. */
    public boolean isRuled() {
        return ruled;
    }

    /** Returns the fields of the advanced settings by name. */
    public Map<String, String> getRule() {
        return rule.fields();
    }

    public String getEvery() {
        return every;
    }

    public void setEvery(String every) {
        this.every = every;
    }

    public String getEveryUnit() {
        return everyUnit;
    }

    public void setEveryUnit(String everyUnit) {
        this.everyUnit = everyUnit;
    }

    public boolean isEverywhere() {
        return everywhere;
    }

    public void setEverywhere(boolean everywhere) {
        this.everywhere = everywhere;
    }

    public String getLimit() {
        return limit;
    }

    public void setLimit(String limit) {
        this.limit = limit;
    }

    public String getFrequency() {
        return frequency;
    }

    public void setFrequency(String frequency) {
        this.frequency = frequency;
    }

    public String getFirstDate() {
        return firstDate;
    }

    public void setFirstDate(String firstDate) {
        this.firstDate = firstDate;
    }

    public String getPaysAt() {
        return paysAt;
    }

    public void setPaysAt(String paysAt) {
        this.paysAt = paysAt;
    }

    /** Returns for how many hours a week the class is expected. */
    public String getHours() {
        return hours;
    }

    public void setHours(String hours) {
        this.hours = hours;
    }

    /** Returns what a week of perfect attendance earns, in minor units. */
    public long getWeeklyIncome() {
        return weeklyIncome;
    }

    public String getVersion() {
        return version;
    }

    public void setVersion(String version) {
        this.version = version;
    }
}
