package org.homeroom.ledger;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.homeroom.kernel.InBrowser;
import org.homeroom.kernel.Visitor;
import org.homeroom.kernel.Visitors;
import org.homeroom.roster.OwnClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is asked before books are closed, and what a statement's filter keeps. */
@ExtendWith(InBrowser.class)
class BooksPageIT {

    @Test
    void booksAreClosedNotBeforeTheQuestionIsAnswered(Visitors people) {
        OwnClass own = OwnClass.open();
        Visitor teacher = people.signedIn(OwnClass.TEACHER, OwnClass.PASSWORD);
        teacher.open("/ledger/books?class=" + own.id());
        String yesterday = teacher.field("Close through").getAttribute("max");
        teacher.field("Close through").fill(yesterday);
        teacher.button("Close the books").click();
        teacher.reads("Close the books of " + own.name() + " through");

        teacher.button("Change").click();
        assertThat(teacher.field("Close through")).hasValue(yesterday);
        teacher.reads("Nothing is closed.");
        teacher.button("Close the books").click();
        teacher.reads("only an administrator can reopen them");
        teacher.button("Close the books").click();
        teacher.reads("The books are closed.");
    }

    @Test
    void oneButtonShowsTheKindOfTheDays(Visitors people) {
        OwnClass own = OwnClass.open();
        own.seat("Noor");
        Visitor teacher = people.signedIn(OwnClass.TEACHER, OwnClass.PASSWORD);
        teacher.open("/ledger/statement?class=" + own.id());
        teacher.page()
                .locator("main")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Noor"))
                .first()
                .click();
        teacher.page().navigate(teacher.page().url() + "&kind=pay");
        teacher.page().locator("#f-from").fill("2026-01-02");
        teacher.page().locator("#f-to").fill("2026-01-09");
        teacher.button("Show").click();

        assertThat(teacher.page().locator("#f-kind")).hasValue("pay");
        assertThat(teacher.page().locator("#f-from")).hasValue("2026-01-02");
        teacher.page().locator("#f-period").selectOption("week");
        teacher.button("Show").click();
        assertThat(teacher.page()).hasURL(Pattern.compile(".*period=week.*"));
        assertThat(teacher.page().locator("#f-period")).hasValue("week");
        assertThat(teacher.page().locator("#f-kind")).hasValue("pay");
    }
}
