package org.homeroom.kernel;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Chromium for the browser tests: the one of this machine, else of its package manager, else
 * Playwright's own. A test run that cannot have a browser fails and says what to install.
 */
public final class Browser implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> ARGUMENTS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");
    private static final Path LOCK = Path.of("target", "browser.lock");
    private static final int APT_MINUTES = 10;
    private static final double ASSERTION_MILLISECONDS = 20_000;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    /** Starts the browser. */
    public static Browser launch() {
        Optional<Path> found = found();
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setArgs(ARGUMENTS);
        found.ifPresent(options::setExecutablePath);
        // Longer than people would wait, because a busy machine must not make a test fail.
        PlaywrightAssertions.setDefaultAssertionTimeout(ASSERTION_MILLISECONDS);
        Playwright playwright = null;
        try {
            Map<String, String> environment =
                    found.isPresent() ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of();
            playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
            return new Browser(playwright, playwright.chromium().launch(options));
        } catch (RuntimeException e) {
            if (playwright != null) {
                playwright.close();
            }
            throw new IllegalStateException(
                    "No browser for the browser tests. Install Chromium (Debian: apt-get install chromium).",
                    e);
        }
    }

    /**
     * Lets somebody with no history sit down at the address, for example {@code
     * http://riverbend.localhost:8080}.
     */
    public Visitor visitor(String address) {
        return new Visitor(
                chromium.newContext(
                        // Motion would be caught half-way by pictures and by the contrast check.
                        new com.microsoft.playwright.Browser.NewContextOptions()
                                .setReducedMotion(ReducedMotion.REDUCE)),
                address);
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }

    // One after the other: two package managers at once refuse each other, and what is half
    // unpacked
    // looks installed.
    private static Optional<Path> found() {
        try (FileChannel file = FileChannel.open(LOCK, CREATE, WRITE);
                FileLock alone = file.lock()) {
            return installed().or(Browser::fromPackages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> installed() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<Path> fromPackages() {
        boolean possible =
                "root".equals(System.getProperty("user.name"))
                        && Files.exists(Path.of("/usr/bin/apt-get"));
        if (possible && run("apt-get", "update") && run("apt-get", "install", "-y", "chromium")) {
            return installed();
        }
        return Optional.empty();
    }

    private static boolean run(String... command) {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            return process.waitFor(APT_MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
