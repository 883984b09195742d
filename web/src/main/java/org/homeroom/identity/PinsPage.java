package org.homeroom.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Texts;

/** Where a student's PIN is enough, to be decided. */
@Named
@RequestScoped
public class PinsPage {

    private static final Texts TEXTS = Texts.of("identity");

    @Inject PinRuleService rules;

    private String enough;

    /** Reads the decision. */
    @PostConstruct
    void load() {
        if (!FacesContext.getCurrentInstance().isPostback()) {
            enough = rules.find().enough().code();
        }
    }

    /** Returns what may be decided, the strictest first. */
    public List<String> getChoices() {
        return Arrays.stream(PinRule.Enough.values()).map(PinRule.Enough::code).toList();
    }

    /** Stores the decision. */
    public void save() {
        FieldForm.submit(
                "pins",
                () -> {
                    rules.change(enough);
                    FieldForm.say(TEXTS.get("pins.saved"));
                },
                () -> "/identity/pins");
    }

    public String getEnough() {
        return enough;
    }

    public void setEnough(String enough) {
        this.enough = enough;
    }
}
