package org.homeroom.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A language that people may read the product in, and the one this thread answers in. */
public enum Language {
    EN,
    SW,
    ES,
    FR;

    private static final ThreadLocal<Language> CURRENT = new ThreadLocal<>();

    /** Returns the language this thread answers in, English before anybody bound another. */
    public static Language current() {
        Language bound = CURRENT.get();
        return bound == null ? EN : bound;
    }

    /** Binds the language, or unbinds with null. Callers restore the earlier value in a finally. */
    public static void bind(Language language) {
        if (language == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(language);
        }
    }

    /** Finds a language by its code; empty for null and for those that we do not speak. */
    public static Optional<Language> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }

    /** Returns the codes of all languages, English first. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(Language::code).toList();
    }

    /** Returns the ISO 639-1 code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns what people who speak it call it, with a capital. */
    public String ownName() {
        String name = locale().getDisplayLanguage(locale());
        return name.substring(0, 1).toUpperCase(locale()) + name.substring(1);
    }

    /** Returns the locale that its texts and names of days and months have. */
    public Locale locale() {
        return Locale.forLanguageTag(code());
    }
}
