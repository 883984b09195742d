package org.homeroom.kernel;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One person at one screen. Pictures land in {@code target/screenshots}: of what was found fault
 * with, or with -Dhomeroom.looks=true of each look.
 */
public final class Visitor implements AutoCloseable {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final int WIDE = 1440;
    private static final int WIDE_HEIGHT = 900;
    private static final int PHONE = 390;
    private static final int PHONE_HEIGHT = 844;
    private static final int PATIENCE_MILLISECONDS = 60_000;
    private static final int SHOWN = 1280;
    private static final int SHOWN_HEIGHT = 800;
    private static final int BAD = 400;
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final List<String> CONTRAST = List.of("color-contrast");
    private static final String AXE = AxeBuilder.getAxeScript();

    /** What breaks rules, or rules of tags: the rule and the element. */
    private static final String BROKEN =
            """
            runOnly => axe
              .run({runOnly, resultTypes: ['violations']})
              .then(report => report.violations.flatMap(
                rule => rule.nodes.map(node => rule.id + ' ' + node.html)))""";

    private static final Pattern SIGN_IN = Pattern.compile(".*/identity/sign-in.*");

    private final BrowserContext context;
    private final String address;
    private final Page page;
    private final List<String> faults = new ArrayList<>();

    Visitor(BrowserContext context, String address) {
        this.context = context;
        this.address = address;
        // Longer than people would wait, because a busy machine must not make a test fail.
        context.setDefaultTimeout(PATIENCE_MILLISECONDS);
        this.page = context.newPage();
        // A refused script or a missing file is a fault of ours that no picture shows.
        page.onPageError(fault -> faults.add(page.url() + ": " + fault));
        page.onConsoleMessage(
                message -> {
                    if (message.type().equals("error")) {
                        faults.add(page.url() + ": " + message.text());
                    }
                });
        page.onResponse(
                response -> {
                    if (response.status() >= BAD) {
                        faults.add(
                                page.url() + ": " + response.status() + " for " + response.url());
                    }
                });
        size(WIDE, WIDE_HEIGHT);
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

    /** Returns the only button of that exact name. */
    public Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Returns the only button whose name looks like that. */
    public Locator button(Pattern name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    /** Returns the only link of that exact name. */
    public Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Returns the field with that label. */
    public Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    /** Returns the rows of tables that hold the text. */
    public Locator row(String text) {
        return page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(text));
    }

    /** Returns the part of the page with that heading or label. */
    public Locator part(String name) {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Waits until the page of that path is open, whatever its parameters. */
    public void standsAt(String path) {
        assertThat(page).hasURL(Pattern.compile("^http://[^/]+" + path + "(\\?.*)?$"));
    }

    /** Waits until the page's main part says so. */
    public void reads(String sentence) {
        assertThat(page.getByRole(AriaRole.MAIN)).containsText(sentence);
    }

    /** Waits until the page calls out the sentence. */
    public void alerted(String sentence) {
        assertThat(page.getByRole(AriaRole.ALERT)).containsText(sentence);
    }

    /** Signs in through the page: digits are a PIN, anything else is a password. */
    public Visitor signIn(String username, String proof) {
        open("/identity/sign-in");
        knock(username, proof);
        assertThat(page).not().hasURL(SIGN_IN);
        return this;
    }

    /** Fills in the sign-in page that is open and sends it. */
    public void knock(String username, String proof) {
        boolean pin = isPin(proof);
        if (!pin && link("Staff or family").isVisible()) {
            link("Staff or family").click();
        }
        field("Username").fill(username);
        field(pin ? "PIN" : "Password").fill(proof);
        button("Sign in").click();
    }

    /** Chooses a file in the only upload form of the page and sends it. */
    public void upload(String name, byte[] content) {
        page.locator("input[type=file]").setInputFiles(new FilePayload(name, "text/csv", content));
        button("Upload").click();
    }

    /** Signs out through the menu behind the person's face, and stands at the door then. */
    public void signOut() {
        signOutTo("/identity/sign-in");
    }

    /** Signs out and waits for the page that stands there then. */
    public void signOutTo(String path) {
        page.locator("summary", new Page.LocatorOptions().setHasText("profile and sign out"))
                .click();
        // The profile has more of them, one for each device.
        page.getByRole(AriaRole.BANNER)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Sign out"))
                .click();
        standsAt(path);
    }

    private static boolean isPin(String proof) {
        return proof.chars().allMatch(Character::isDigit);
    }

    /**
     * Lets the session end behind the visitor's back, as time does: the server no longer knows it.
     */
    public void forgetSession() {
        List<Cookie> cookies = context.cookies();
        cookies.forEach(cookie -> cookie.value = "an-ended-session");
        context.addCookies(cookies);
    }

    /** Waits until the page hears what the server tells. */
    public Visitor live() {
        assertThat(page.getByText("Live", new Page.GetByTextOptions().setExact(true))).isVisible();
        return this;
    }

    /**
     * Looks at the page as it stands: both themes, wide and on a phone.
     *
     * @return findings of axe, sideways scrolling, and faults that the browser reported since the
     *     last look; none for a good page
     */
    public List<String> look(String name) {
        List<String> findings = new ArrayList<>();
        for (int width : List.of(WIDE, PHONE)) {
            findings.addAll(judge(name, "light", width));
        }
        // Its colours are the same at each width.
        findings.addAll(judge(name, "dark", WIDE));
        findings.addAll(faults());
        return findings;
    }

    /**
     * Looks as {@link #look} does, without axe and in one theme: for pages that are judged
     * elsewhere.
     */
    public List<String> glance(String name) {
        List<String> findings = new ArrayList<>();
        for (int width : List.of(WIDE, PHONE)) {
            String picture = name + "-light-" + width;
            findings.addAll(pictured(picture, see(picture, width)));
        }
        findings.addAll(faults());
        return findings;
    }

    private List<String> see(String picture, int width) {
        size(width, width == WIDE ? WIDE_HEIGHT : PHONE_HEIGHT);
        Object over =
                page.evaluate(
                        "document.documentElement.scrollWidth - document.documentElement.clientWidth");
        return over.equals(0)
                ? List.of()
                : List.of(picture + ": scrolls sideways by " + over + " px");
    }

    // A whole check takes hundreds of looks, which nobody sees all of.
    private List<String> pictured(String picture, List<String> findings) {
        if (!findings.isEmpty() || Boolean.getBoolean("homeroom.looks")) {
            keepPicture(picture);
        }
        return findings;
    }

    private List<String> judge(String name, String theme, int width) {
        page.evaluate("theme => { document.documentElement.dataset.theme = theme; }", theme);
        String picture = name + "-" + theme + "-" + width;
        List<String> findings = new ArrayList<>(see(picture, width));
        for (Object broken : broken(theme.equals("light") ? RULES : CONTRAST)) {
            findings.add(picture + ": " + broken);
        }
        return pictured(picture, findings);
    }

    // AxeBuilder would send axe anew for each question and have it report what is well, too.
    private List<?> broken(List<String> rules) {
        if (page.evaluate("typeof axe").equals("undefined")) {
            page.evaluate(AXE);
        }
        return (List<?>) page.evaluate(BROKEN, rules);
    }

    private List<String> faults() {
        List<String> found = List.copyOf(faults);
        faults.clear();
        size(WIDE, WIDE_HEIGHT);
        return found;
    }

    /**
     * Takes a picture for people who read about the product. It lands in the folder of the project
     * that -Dhomeroom.pictures names, else beside the others.
     */
    public void show(String name) {
        String folder = System.getProperty("homeroom.pictures", "ear/target/screenshots/shown");
        size(SHOWN, SHOWN_HEIGHT);
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("..", folder, name + ".png")));
    }

    void keepPicture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    private void size(int width, int height) {
        page.setViewportSize(width, height);
    }

    @Override
    public void close() {
        context.close();
    }
}
