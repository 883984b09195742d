package org.homeroom.banking;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Money;
import org.homeroom.kernel.Texts;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;

/** The templates of a class, one of them opened to be changed. */
@Named
@RequestScoped
public class AwardTemplatePage {

    private static final Texts TEXTS = Texts.of("banking");

    @Inject RosterService roster;
    @Inject AwardTemplateService templates;
    @Inject HttpServletRequest request;

    private ClassRef shown;
    private AwardTemplate opened;
    private List<AwardTemplate> all = List.of();
    private String kind = AwardKind.REWARD.wire();
    private String title;
    private String amount;
    private boolean active = true;
    private String version;

    /**
     * Reads class and template of the address or the form, else the first class, before Faces asks
     * what is shown.
     */
    @PostConstruct
    void load() {
        UUID id = FieldForm.id(request.getParameter("id"));
        opened = id == null ? null : templates.find(id);
        UUID classId =
                opened == null ? FieldForm.id(request.getParameter("class")) : opened.classId();
        shown = roster.shownClass(classId).orElse(null);
        if (shown == null) {
            return;
        }
        all = templates.list(shown.id());
        if (opened != null && !FacesContext.getCurrentInstance().isPostback()) {
            kind = opened.kind().wire();
            title = opened.title();
            amount = new Money(opened.amount(), shown.currency()).toDecimal();
            active = opened.active();
            version = Long.toString(opened.version());
        }
    }

    /** Adds the template, or changes the opened one. */
    public void save() {
        FieldForm.submit(
                "template",
                () -> {
                    long minor = MoneyText.minor("amount", amount, shown.currency());
                    if (opened == null) {
                        templates.add(shown.id(), MoneyText.kind(kind), title, minor);
                    } else {
                        templates.change(
                                new AwardTemplate(
                                        opened.id(),
                                        shown.id(),
                                        MoneyText.kind(kind),
                                        title,
                                        minor,
                                        active,
                                        FieldForm.number(version)));
                    }
                    FieldForm.say(TEXTS.get("template.saved"));
                },
                () -> "/banking/templates?class=" + shown.id());
    }

    public ClassRef getShown() {
        return shown;
    }

    /** Returns the template being changed; null while one is being added. */
    public AwardTemplate getOpened() {
        return opened;
    }

    public List<AwardTemplate> getAll() {
        return all;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getAmount() {
        return amount;
    }

    public void setAmount(String amount) {
        this.amount = amount;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public String getVersion() {
        return version;
    }

    public void setVersion(String version) {
        this.version = version;
    }
}
