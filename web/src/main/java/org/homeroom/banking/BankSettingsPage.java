package org.homeroom.banking;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Texts;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;

/** The rules of a class's bank, to be changed. */
@Named
@RequestScoped
public class BankSettingsPage {

    private static final Texts TEXTS = Texts.of("banking");

    private static final long RUNAWAY = 250_000;

    @Inject RosterService roster;
    @Inject BankSettingsService settings;
    @Inject HttpServletRequest request;

    private final BankSettingsForm form = new BankSettingsForm();
    private ClassRef shown;
    private BankSettings found;

    /**
     * Reads the class that the address or the form names, else the first, before Faces asks what is
     * shown.
     */
    @PostConstruct
    void load() {
        shown = roster.shownClass(FieldForm.id(request.getParameter("class"))).orElse(null);
        if (shown == null) {
            return;
        }
        found = settings.get(shown.id());
        if (!FacesContext.getCurrentInstance().isPostback()) {
            form.fill(found, shown.currency());
        }
    }

    /** Stores what was entered and shows it again. */
    public void save() {
        FieldForm.submit(
                "bank",
                () -> {
                    settings.change(shown.id(), form.entered(shown.currency()));
                    FieldForm.say(TEXTS.get("rules.saved"));
                },
                () -> "/banking/settings?class=" + shown.id());
    }

    /** Tells whether savings would outgrow everything that can be earned (economy.md 11.5). */
    public boolean isRunaway() {
        return found.yearMicros() >= RUNAWAY;
    }

    public BankSettingsForm getForm() {
        return form;
    }

    public ClassRef getShown() {
        return shown;
    }
}
