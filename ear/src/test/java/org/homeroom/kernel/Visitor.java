package org.homeroom.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One person at one screen. Pictures land in {@code target/screenshots}. */
public final class Visitor implements AutoCloseable {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final int WIDE = 1440;
    private static final int WIDE_HEIGHT = 900;
    private static final int PHONE = 390;
    private static final int PHONE_HEIGHT = 844;
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private final BrowserContext context;
    private final String address;
    private final Page page;
    private final List<String> faults = new ArrayList<>();

    Visitor(BrowserContext context, String address) {
        this.context = context;
        this.address = address;
        this.page = context.newPage();
        // A refused script or style is a fault of ours that no picture shows.
        page.onPageError(fault -> faults.add(page.url() + ": " + fault));
        page.onConsoleMessage(
                message -> {
                    if (message.text().contains("Content Security Policy")) {
                        faults.add(page.url() + ": " + message.text());
                    }
                });
        width(WIDE, WIDE_HEIGHT);
    }

    /** Returns the page for clicks and assertions. */
    public Page page() {
        return page;
    }

    /** Opens a path of the address this visitor sits at. */
    public Page open(String path) {
        page.navigate(address + path);
        return page;
    }

    /**
     * Looks at the page as it stands: both themes, wide and on a phone. Fails on findings of axe,
     * on sideways scrolling and on faults the browser reported.
     */
    public void look(String name) {
        List<String> findings = new ArrayList<>();
        for (String theme : List.of("light", "dark")) {
            page.evaluate("theme => { document.documentElement.dataset.theme = theme; }", theme);
            width(WIDE, WIDE_HEIGHT);
            judge(name + "-" + theme + "-" + WIDE, findings);
            width(PHONE, PHONE_HEIGHT);
            judge(name + "-" + theme + "-" + PHONE, findings);
        }
        width(WIDE, WIDE_HEIGHT);
        findings.addAll(faults);
        assertEquals(List.of(), findings, "findings on " + name);
    }

    private void judge(String picture, List<String> findings) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(picture + ".png")));
        new AxeBuilder(page)
                .withTags(RULES)
                .analyze()
                .getViolations()
                .forEach(
                        rule ->
                                rule.getNodes()
                                        .forEach(
                                                node ->
                                                        findings.add(
                                                                picture
                                                                        + ": "
                                                                        + rule.getId()
                                                                        + " "
                                                                        + node.getHtml())));
        Object over =
                page.evaluate(
                        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (((Number) over).intValue() > 0) {
            findings.add(picture + ": scrolls sideways by " + over + " px");
        }
    }

    private void width(int width, int height) {
        page.setViewportSize(width, height);
    }

    @Override
    public void close() {
        context.close();
    }
}
