package org.homeroom.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of the statement, with arguments. */
@ApplicationScoped
public class StatementTexts {

    private final ResourceBundle texts =
            ResourceBundle.getBundle("org.homeroom.ledger.texts", Locale.ENGLISH);

    /** Returns the text with its arguments, which are texts as well. */
    public String of(String key, Object... arguments) {
        return MessageFormat.format(texts.getString(key), arguments);
    }

    /** Returns the word for a kind of entry; one without a word is written as it is. */
    public String kind(String kind) {
        return word("kind." + kind, kind);
    }

    /** Returns the word for a kind of account. */
    public String account(String kind) {
        return word("account." + kind, kind);
    }

    private String word(String key, String plain) {
        return texts.containsKey(key) ? texts.getString(key) : plain.replace('_', ' ');
    }
}
