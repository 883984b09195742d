package org.homeroom.tenancy;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A colour in sRGB, with the arithmetic of WCAG 2.2; parts from 0 to 255. */
public record Color(int red, int green, int blue) {

    /** Black and white. */
    static final Color BLACK = new Color(0, 0, 0);

    static final Color WHITE = new Color(255, 255, 255);

    private static final Pattern HEX = Pattern.compile("#(?:[0-9a-f]{3}|[0-9a-f]{6})");
    private static final int FULL = 255;
    private static final int BYTE = 0xff;
    private static final int HEX_BASE = 16;

    /** Reads {@code #1e40af} or {@code #fff}, in any capitals; empty for anything else. */
    public static Optional<Color> of(String text) {
        String hex = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        if (!HEX.matcher(hex).matches()) {
            return Optional.empty();
        }
        String digits = hex.substring(1);
        String six = digits.length() == 3 ? digits.replaceAll(".", "$0$0") : digits;
        int all = Integer.parseInt(six, HEX_BASE);
        return Optional.of(new Color(all >> 16 & BYTE, all >> 8 & BYTE, all & BYTE));
    }

    /** Returns it as {@code #1e40af}. */
    public String hex() {
        return "#%02x%02x%02x".formatted(red, green, blue);
    }

    /** Returns the contrast with another, from 1 to 21 (WCAG 2.2, contrast ratio). */
    public double contrast(Color other) {
        double mine = luminance();
        double theirs = other.luminance();
        return (Math.max(mine, theirs) + 0.05) / (Math.min(mine, theirs) + 0.05);
    }

    /**
     * Returns this colour with a part of another.
     *
     * @param share of the other, from 0 to 1
     */
    public Color mixed(Color other, double share) {
        return new Color(
                part(red, other.red, share),
                part(green, other.green, share),
                part(blue, other.blue, share));
    }

    private static int part(int mine, int theirs, double share) {
        return (int) Math.round(mine + (theirs - mine) * share);
    }

    // Relative luminance, from 0 for black to 1 for white.
    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int part) {
        double value = (double) part / FULL;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
