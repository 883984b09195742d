package org.homeroom.shell;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.homeroom.kernel.InBrowser;
import org.homeroom.kernel.Visitor;
import org.homeroom.kernel.Visitors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Takes the pictures that README shows; docs/contributing.md says how they get there. */
@ExtendWith(InBrowser.class)
class PicturesIT {

    private static final String PASSWORD = "demo-Teacher-1";
    private static final String MATHS = "Period 2 · Maths 7";

    @Test
    void student(Visitors people) {
        Visitor wanjiru = people.signedIn("wanjiru", "2468").live();
        wanjiru.show("home");
        wanjiru.link("Statement").click();
        wanjiru.live();
        wanjiru.page().getByText("How this came about").first().click();
        wanjiru.show("statement");
    }

    @Test
    void teacher(Visitors people) {
        Visitor okello = people.signedIn("okello", PASSWORD).live();
        okello.page()
                .getByRole(AriaRole.REGION)
                .getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText(MATHS))
                .click();
        okello.live();
        okello.show("today");
        okello.link("Chat").click();
        okello.live();
        okello.show("chat");
        okello.link("Pay").click();
        okello.button("Rehearse pay day").click();
        okello.standsAt("/payroll/run");
        okello.live();
        okello.show("rehearsal");
    }

    @Test
    void operator(Visitors people) {
        Visitor operator = people.atPlatform().signIn("operator", PASSWORD).live();
        operator.show("jobs");
    }
}
