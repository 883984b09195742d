package org.homeroom.payroll;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Texts;
import org.homeroom.kernel.TimeText;

/** When all classes are paid by themselves, and what became of it. */
@Named
@RequestScoped
public class PaySchedulePage {

    private static final Texts TEXTS = Texts.of("payroll");
    private static final int NEWEST = 100;
    private static final int WEEK = 7;

    @Inject PayScheduleService schedules;

    private boolean forAllSchools;
    private boolean on;
    private List<PayScheduleService.SchoolPayDays> schools;
    private String every;
    private String everyUnit;
    private String firstDate;
    private String paysAt;
    private boolean overrules;
    private String version;

    @PostConstruct
    void load() {
        forAllSchools = schedules.isForAllSchools();
        PaySchedule found = schedules.get();
        on = found.isOn();
        if (!FacesContext.getCurrentInstance().isPostback()) {
            fill(found);
        }
    }

    /** Stores what was entered and shows it again. */
    public void save() {
        FieldForm.submit(
                "schedule",
                () -> {
                    schedules.change(entered());
                    FieldForm.say(TEXTS.get("schedule.saved"));
                },
                () -> "/payroll/schedule");
    }

    private void fill(PaySchedule found) {
        PayCalendar calendar = found.calendar();
        boolean weeks = calendar.frequencyDays() % WEEK == 0;
        every = Integer.toString(calendar.frequencyDays() / (weeks ? WEEK : 1));
        everyUnit = weeks ? "weeks" : "days";
        firstDate = calendar.first() == null ? "" : calendar.first().toString();
        paysAt = calendar.at() == null ? "" : calendar.at().toString();
        overrules = found.overrules();
        version = Long.toString(found.version());
    }

    private PaySchedule entered() {
        return new PaySchedule(
                new PayCalendar(
                        PayForm.days(every, everyUnit),
                        TimeText.day("first_pay_date", firstDate),
                        TimeText.time("pays_at", paysAt)),
                overrules,
                null,
                PayForm.whole("version", version));
    }

    /** Tells whether the schedule is the district's. */
    public boolean isForAllSchools() {
        return forAllSchools;
    }

    /** Tells whether anything is paid by it. */
    public boolean isOn() {
        return on;
    }

    /** Returns the newest pay days, school by school. */
    public List<PayScheduleService.SchoolPayDays> getSchools() {
        if (schools == null) {
            schools = schedules.newest(NEWEST);
        }
        return schools;
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

    public boolean isOverrules() {
        return overrules;
    }

    public void setOverrules(boolean overrules) {
        this.overrules = overrules;
    }

    public String getVersion() {
        return version;
    }

    public void setVersion(String version) {
        this.version = version;
    }
}
