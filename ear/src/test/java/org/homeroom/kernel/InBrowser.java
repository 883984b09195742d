package org.homeroom.kernel;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test the parameter {@link Visitors}: people who leave when the test ends. All tests of a
 * run share one browser. When a test fails, pictures tell what its visitors saw.
 */
public final class InBrowser implements ParameterResolver, AfterTestExecutionCallback {

    private static final Namespace HERE = Namespace.create(InBrowser.class);

    /** Stays for the tests of all classes, which JUnit runs one class at a time. */
    private static Browser browser;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Visitors.class;
    }

    @Override
    public Visitors resolveParameter(ParameterContext parameter, ExtensionContext context) {
        // JUnit closes what is kept: the visitors with their test.
        return context.getStore(HERE)
                .getOrComputeIfAbsent(
                        Visitors.class, key -> new Visitors(browser()), Visitors.class);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        Visitors visitors = context.getStore(HERE).get(Visitors.class, Visitors.class);
        if (visitors != null && context.getExecutionException().isPresent()) {
            String test = context.getRequiredTestMethod().getName();
            visitors.keepPictures(
                    "failed-" + context.getRequiredTestClass().getSimpleName() + "-" + test);
        }
    }

    private static synchronized Browser browser() {
        if (browser == null) {
            browser = Browser.launch();
            Runtime.getRuntime().addShutdownHook(new Thread(browser::close));
        }
        return browser;
    }
}
