package org.homeroom.roster;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Texts;

/** Where a teacher prepares for the day on which every way in is lost. */
@Named
@RequestScoped
public class RecoverySetupPage {

    private static final Texts TEXTS = Texts.of("roster");
    private static final String HERE = "/roster/recovery-setup";

    @Inject RecoverySetupService setup;

    private RecoverySetup state;
    private String birthDate;

    /** Returns how the teacher is prepared. */
    public RecoverySetup getState() {
        if (state == null) {
            state = setup.state();
        }
        return state;
    }

    /** Keeps the hash of the date. */
    public void save() {
        act("setup", () -> setup.setUp(birthDate), "setup.saved");
    }

    /** Forgets it. */
    public void remove() {
        act("remove", setup::remove, "setup.removed");
    }

    /** Ends a request that is under way. */
    public void cancel() {
        act("cancel", setup::cancel, "setup.cancelled");
    }

    private void act(String form, Runnable work, String said) {
        FieldForm.submit(
                form,
                () -> {
                    work.run();
                    FieldForm.say(TEXTS.get(said));
                },
                () -> HERE);
    }

    public String getBirthDate() {
        return birthDate;
    }

    public void setBirthDate(String birthDate) {
        this.birthDate = birthDate;
    }
}
