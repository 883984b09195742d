package org.homeroom.economy;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of the dashboards, with arguments. */
@ApplicationScoped
public class EconomyTexts {

    private final ResourceBundle texts =
            ResourceBundle.getBundle("org.homeroom.economy.texts", Locale.ENGLISH);

    /** Returns the text with its arguments, which are texts as well. */
    public String of(String key, Object... arguments) {
        return MessageFormat.format(texts.getString(key), arguments);
    }

    /** Returns the word for a kind of entry; one without a word is written as it is. */
    public String kind(String kind) {
        String key = "kind." + kind;
        return texts.containsKey(key) ? texts.getString(key) : kind.replace('_', ' ');
    }
}
