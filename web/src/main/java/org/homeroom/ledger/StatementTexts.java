package org.homeroom.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import org.homeroom.kernel.Texts;

/** The texts of the statement, with arguments. */
@ApplicationScoped
public class StatementTexts {

    private static final Texts TEXTS = Texts.of("ledger");

    /** Returns the text with its arguments, which are texts as well. */
    public String of(String key, Object... arguments) {
        return TEXTS.get(key, arguments);
    }

    /** Returns the word for a kind of entry; one without a word is written as it is. */
    public String kind(String kind) {
        return word("kind." + kind, kind);
    }

    /** Returns the word for a kind of account. */
    public String account(String kind) {
        return word("account." + kind, kind);
    }

    private static String word(String key, String plain) {
        return TEXTS.find(key).orElseGet(() -> plain.replace('_', ' '));
    }
}
