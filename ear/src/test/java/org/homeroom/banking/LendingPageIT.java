package org.homeroom.banking;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.homeroom.kernel.InBrowser;
import org.homeroom.kernel.Visitor;
import org.homeroom.kernel.Visitors;
import org.homeroom.roster.OwnClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A teacher sets what a class's bank lends by. */
@ExtendWith(InBrowser.class)
class LendingPageIT {

    /** Each form is sent alone, so the other has to be filled again when the page comes back. */
    @Test
    void aMistakeInTheOfferLeavesTheRulesAsTheyAreAndSavable(Visitors people) {
        OwnClass own = OwnClass.open();
        Visitor teacher = people.signedIn(OwnClass.TEACHER, OwnClass.PASSWORD);
        teacher.open("/banking/lending?class=" + own.id());
        loans(teacher).check();
        teacher.field("Paid out at once up to").fill("20.00");
        teacher.button("Save").click();
        teacher.reads("Saved. The new rules hold from now on.");

        teacher.field("Name").fill("Short loan");
        teacher.button("Add an offer").click();
        teacher.standsAt("/banking/lending");
        assertThat(loans(teacher)).isChecked();
        assertThat(teacher.field("Paid out at once up to")).hasValue("20.00");
        assertThat(teacher.field("Name")).hasValue("Short loan");
        teacher.button("Save").click();
        teacher.reads("Saved. The new rules hold from now on.");
    }

    private static Locator loans(Visitor teacher) {
        return teacher.page().getByLabel("Students may ask for loans");
    }
}
