package org.homeroom.kernel;

import java.text.MessageFormat;
import java.util.Optional;
import java.util.ResourceBundle;

/** The texts of a domain's pages, in the language that this thread answers in. */
public final class Texts {

    private final String bundle;

    private Texts(String bundle) {
        this.bundle = bundle;
    }

    /** Returns the texts of the domain, {@code org/homeroom/<domain>/texts.properties}. */
    public static Texts of(String domain) {
        return new Texts("org.homeroom." + domain + ".texts");
    }

    /** Returns the text with its arguments, which are texts as well. */
    public String get(String key, Object... arguments) {
        return MessageFormat.format(texts().getString(key), arguments);
    }

    /** Returns the text when there is one. */
    public Optional<String> find(String key) {
        return texts().containsKey(key) ? Optional.of(texts().getString(key)) : Optional.empty();
    }

    private ResourceBundle texts() {
        return ResourceBundle.getBundle(bundle, Language.current().locale());
    }
}
