package org.homeroom.operations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.homeroom.kernel.InBrowser;
import org.homeroom.kernel.Visitor;
import org.homeroom.kernel.Visitors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The operator's console. */
@ExtendWith(InBrowser.class)
class JobsPageIT {

    private static final String PASSWORD = "demo-Teacher-1";

    @Test
    void payRunsAreListedAndOpened(Visitors people) {
        Visitor operator = people.atPlatform().signIn("operator", PASSWORD);
        operator.standsAt("/operations/jobs");
        Locator run =
                operator.row("payroll-pay-run")
                        .filter(new Locator.FilterOptions().setHasText("Done"))
                        .last();
        assertThat(run).containsText(Pattern.compile("(\\d+) of \\1\\b"));

        run.getByRole(AriaRole.LINK).click();

        operator.reads("Parameters");
        operator.reads("school");
        assertThat(operator.row("finish")).containsText("Done");
    }

    @Test
    void aJobIsStartedAndFoundAmongTheRuns(Visitors people) {
        Visitor operator = people.atPlatform().signIn("operator", PASSWORD);
        Locator proofs = operator.row("ledger-prove");
        int before = proofs.count();

        operator.field("Job").selectOption("ledger-prove");
        operator.button("Choose").click();
        operator.field("School").selectOption("riverbend");
        operator.button("Choose").click();
        operator.button("Start").click();

        assertThat(proofs).hasCount(before + 1);
        proofs.first().getByRole(AriaRole.LINK).click();
        operator.reads("Riverbend Middle School");
    }

    @Test
    void aStartWithoutWhatItNeedsSaysSo(Visitors people) {
        Visitor operator = people.atPlatform().signIn("operator", PASSWORD);

        operator.open("/operations/jobs?job=payroll-pay-run&school=riverbend");
        operator.button("Start").click();

        operator.reads("This job needs a value for run.");
    }

    @Test
    void aPayRunIsRehearsedAndThenChosen(Visitors people) {
        Visitor operator = people.atPlatform().signIn("operator", PASSWORD);

        operator.open("/operations/jobs?job=payroll-pay-run&school=riverbend");
        operator.button("Rehearse").click();

        assertThat(operator.field("Run")).not().hasValue("");
    }

    @Test
    void teachersAreNotLetIn(Visitors people) {
        Visitor teacher = people.signedIn("reyes", PASSWORD);

        teacher.open("/operations/jobs");

        teacher.reads("Not for you");
    }
}
