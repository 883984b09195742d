package org.homeroom.tenancy;

import java.time.LocalDate;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;

/** What a school may say of itself (tenancy.md section 6). */
final class BrandWordRules {

    private static final int LONGEST_MOTTO = 120;
    private static final int LONGEST_TEXT = 500;
    private static final int FIRST_YEAR = 1800;

    private BrandWordRules() {}

    /**
     * Returns the words without spaces around them, null for empty ones.
     *
     * @param today at the school: it was not founded later
     * @throws Refusal naming {@code motto}, {@code vision}, {@code mission} or {@code founded}
     */
    static BrandWords require(BrandWords words, LocalDate today) {
        return new BrandWords(
                motto(words.motto()),
                text("vision", words.vision()),
                text("mission", words.mission()),
                year(words.founded(), today.getYear()));
    }

    private static String motto(String typed) {
        String motto = typed == null ? "" : typed.strip();
        if (motto.length() > LONGEST_MOTTO || motto.chars().anyMatch(Character::isISOControl)) {
            throw refusal("motto", "A motto has at most 120 letters.");
        }
        return motto.isEmpty() ? null : motto;
    }

    private static String text(String field, String typed) {
        // Browsers end lines with two signs, which would count twice.
        String text = typed == null ? "" : typed.strip().replace("\r\n", "\n").replace('\r', '\n');
        if (text.length() > LONGEST_TEXT
                || text.chars().anyMatch(sign -> sign != '\n' && Character.isISOControl(sign))) {
            throw refusal(field, "Write at most " + LONGEST_TEXT + " characters, or nothing.");
        }
        return text.isEmpty() ? null : text;
    }

    private static Integer year(Integer typed, int last) {
        if (typed != null && (typed < FIRST_YEAR || typed > last)) {
            throw refusal("founded", "Write a year from 1800 to " + last + ", or nothing.");
        }
        return typed;
    }

    private static Refusal refusal(String field, String message) {
        return new Refusal(ErrorCode.VALIDATION_ERROR, field, message);
    }
}
