package org.homeroom.payroll;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.FieldForm;
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

    @Inject RosterService roster;
    @Inject PaySettingsService settings;
    @Inject HttpServletRequest request;

    private String classId;
    private ClassRef shown;
    private LocalDate nextPayDate;
    private String rate;
    private String per;
    private String limit;
    private String frequency;
    private String firstDate;
    private String paysAt;
    private String version;
    private boolean everywhere;
    private int classes;

    /**
     * Reads the class that the address or the form names, else the first, before Faces asks what is
     * shown.
     */
    @PostConstruct
    void load() {
        classId = request.getParameter("class");
        UUID id = PayForm.id(classId);
        List<ClassRef> own = roster.myClasses();
        classes = own.size();
        if (id == null) {
            id = own.stream().findFirst().map(ClassRef::id).orElse(null);
        }
        if (id == null) {
            return;
        }
        shown = roster.ownedClass(id);
        nextPayDate = settings.nextPayDate(id);
        if (!FacesContext.getCurrentInstance().isPostback()) {
            fill(settings.get(id));
        }
    }

    /** Stores what was entered and shows it again. */
    public void save() {
        try {
            String saved = TEXTS.get("settings.saved");
            if (everywhere) {
                int classes = settings.changeAll(PayForm.id(classId), entered());
                saved = TEXTS.get("settings.saved.everywhere", classes);
            } else {
                settings.change(PayForm.id(classId), entered());
            }
            FacesContext faces = FacesContext.getCurrentInstance();
            faces.getExternalContext().getFlash().setKeepMessages(true);
            faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, saved, null));
            PayForm.redirect("/payroll/settings?class=" + PayForm.id(classId));
        } catch (Refusal refusal) {
            FieldForm.show(refusal, "settings");
        }
    }

    private void fill(PaySettings found) {
        BigDecimal minute = new BigDecimal(found.ratePerMinute());
        boolean byHour = RateText.isByHour(minute);
        rate = byHour ? RateText.byHour(minute).toPlainString() : found.ratePerMinute();
        per = byHour ? "hour" : "minute";
        limit = found.dailyLimitMinutes() == null ? "" : found.dailyLimitMinutes().toString();
        frequency = Integer.toString(found.frequencyDays());
        firstDate = found.firstPayDate() == null ? "" : found.firstPayDate().toString();
        paysAt = found.paysAt() == null ? "" : found.paysAt().toString();
        version = Long.toString(found.version());
    }

    private PaySettings entered() {
        return new PaySettings(
                RateText.micros(rate, per),
                limit == null || limit.isBlank() ? null : whole("daily_limit_minutes", limit),
                whole("frequency_days", frequency),
                day(),
                time(),
                whole("version", version));
    }

    private static int whole(String field, String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new Refusal(ErrorCode.VALIDATION_ERROR, field, "Write a whole number.");
        }
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

    private LocalTime time() {
        try {
            return paysAt == null || paysAt.isBlank() ? null : LocalTime.parse(paysAt.strip());
        } catch (DateTimeException e) {
            throw new Refusal(ErrorCode.VALIDATION_ERROR, "pays_at", "Write the time as 16:30.");
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

    /** Returns how many classes the caller runs. */
    public int getClasses() {
        return classes;
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

    public String getVersion() {
        return version;
    }

    public void setVersion(String version) {
        this.version = version;
    }
}
