package org.homeroom.kernel;

import java.text.MessageFormat;
import java.text.ParsePosition;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says in the reader's language what services say in English. A service writes its sentence in
 * English, once, where it is needed, and may store it; whoever shows it asks here. The sentences
 * stand in {@code kernel/texts.properties} with their translations beside, and a test finds those
 * that are missing. A sentence that is not there, such as what a person typed, stays as it is.
 */
public final class Sentences {

    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d}");
    private static final Pattern DAY = Pattern.compile("([A-Z][a-z]+ )?\\d{1,2} [A-Z][a-z]+");
    private static final List<String> DAYS = List.of("EEEE d MMMM", "EEE d MMM", "d MMM");
    private static final String ON = "[A-Z][a-z]{2} \\d{1,2} [A-Z][a-z]{2}";
    private static final Pattern PAY =
            Pattern.compile(
                    "(Pay for (?:the marks of \\d+ days to ON: |ON: \\w+, |ON corrected: \\S+ → \\S+, )?)"
                                    .replace("ON", ON)
                            + "(\\d{1,9} min|\\d{1,9}:\\d\\d:\\d\\d)"
                            + "((?: in class)? to ON| less| more|)".replace("ON", ON));
    private static final Pattern HOURS =
            Pattern.compile("\\((?:saa )?(\\d{1,4}(?:\\.\\d{1,4})?)(?: h)?\\)");
    private static final int SIXTY = 60;
    private static final Map<String, String> PLAIN = new HashMap<>();
    private static final List<Form> FORMS = new ArrayList<>();

    static {
        ResourceBundle english = texts(Language.EN);
        for (String key : english.keySet()) {
            String sentence = straight(english.getString(key));
            if (ARGUMENT.matcher(sentence).find()) {
                FORMS.add(Form.of(key, sentence));
            } else {
                PLAIN.put(sentence, key);
            }
        }
        // Of two forms that fit, the one with more words of its own is meant.
        FORMS.sort(Comparator.comparing(Form::words).reversed());
    }

    private Sentences() {}

    /** Says an English sentence in the language that this thread answers in; null stays null. */
    public static String say(String english) {
        return in(Language.current(), english);
    }

    /** Says an English sentence in the language; null stays null. */
    public static String in(Language language, String english) {
        if (english == null) {
            return null;
        }
        String paid = withLength(english);
        String said = language == Language.EN ? paid : translated(language, paid);
        return english.startsWith("Daily limit (") ? withHours(said) : said;
    }

    private static String translated(Language language, String english) {
        String plain = straight(english);
        String key = PLAIN.get(plain);
        if (key != null) {
            return texts(language).getString(key);
        }
        for (Form form : FORMS) {
            Matcher found = form.pattern().matcher(plain);
            if (found.matches()) {
                return form.say(language, found);
            }
        }
        return DAY.matcher(plain).matches() ? day(language, english) : english;
    }

    /**
     * A sentence with arguments, in which they stand in order.
     *
     * @param words how many signs of it are its own
     */
    private record Form(String key, Pattern pattern, int words) {

        static Form of(String key, String sentence) {
            String[] parts = ARGUMENT.split(sentence, -1);
            String pattern =
                    Stream.of(parts).map(Pattern::quote).collect(Collectors.joining("(.+?)"));
            return new Form(
                    key, Pattern.compile(pattern, Pattern.DOTALL), String.join("", parts).length());
        }

        String say(Language language, Matcher found) {
            Object[] arguments = new Object[found.groupCount()];
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = list(language, found.group(i + 1));
            }
            return MessageFormat.format(texts(language).getString(key), arguments);
        }

        // What a password lacks, for example, is a list of several.
        private static String list(Language language, String argument) {
            return Stream.of(argument.split(", ", -1))
                    .map(one -> in(language, one))
                    .collect(Collectors.joining(", "));
        }
    }

    // Entries keep the words they were booked with, in which lengths stand in other ways.
    private static String withLength(String english) {
        Matcher found = PAY.matcher(english);
        if (!found.matches()) {
            return english;
        }
        String[] parts = found.group(2).replace(" min", "").split(":");
        long seconds = 0;
        for (String part : parts) {
            seconds = seconds * SIXTY + Long.parseLong(part);
        }
        return found.group(1)
                + Length.exact(parts.length == 1 ? seconds * SIXTY : seconds)
                + found.group(3);
    }

    // The daily limit writes 1.25 h where it taps somebody out.
    private static String withHours(String said) {
        return HOURS.matcher(said)
                .replaceFirst(
                        found -> {
                            long minutes = Math.round(Double.parseDouble(found.group(1)) * SIXTY);
                            return "(" + Length.of(minutes * SIXTY) + ")";
                        });
    }

    private static String day(Language language, String english) {
        for (String pattern : DAYS) {
            ParsePosition at = new ParsePosition(0);
            TemporalAccessor day =
                    DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
                            .parseUnresolved(english, at);
            if (day != null && at.getIndex() == english.length()) {
                return DateTimeFormatter.ofPattern(pattern, language.locale()).format(day);
            }
        }
        return english;
    }

    private static ResourceBundle texts(Language language) {
        return ResourceBundle.getBundle("org.homeroom.kernel.texts", language.locale());
    }

    private static String straight(String text) {
        return text.replace('\u2019', '\'');
    }
}
