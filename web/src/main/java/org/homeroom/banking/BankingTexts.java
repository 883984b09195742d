package org.homeroom.banking;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of the bank's pages, with arguments. */
@ApplicationScoped
public class BankingTexts {

    private final ResourceBundle texts =
            ResourceBundle.getBundle("org.homeroom.banking.texts", Locale.ENGLISH);

    /** Returns the text with its arguments, which are texts as well. */
    public String of(String key, Object... arguments) {
        return MessageFormat.format(texts.getString(key), arguments);
    }
}
