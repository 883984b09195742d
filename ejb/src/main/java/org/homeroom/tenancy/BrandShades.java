package org.homeroom.tenancy;

/**
 * The shades in which a school's colour is shown, so that everybody can read what is written in it
 * and on it: the colour itself where it has contrast enough (WCAG 2.2, 1.4.3), else the nearest
 * shade that has.
 *
 * @param accent of links and buttons
 * @param strong of the same under the pointer
 * @param tint behind what is chosen, which is written in the accent
 * @param on of what is written on the accent
 */
public record BrandShades(Color accent, Color strong, Color tint, Color on) {

    /** What text needs. */
    public static final double READABLE = 4.5;

    /** The greyest ground of light pages and the lightest of dark ones, as in homeroom.css. */
    static final Color LIGHT_GROUND = new Color(0xec, 0xec, 0xe6);

    static final Color DARK_GROUND = new Color(0x23, 0x27, 0x2c);
    private static final Color DARK_SURFACE = new Color(0x1a, 0x1d, 0x21);
    private static final Color NIGHT = new Color(0x0f, 0x17, 0x30);
    private static final double STEP = 0.01;
    private static final double LIGHT_TINT = 0.10;
    private static final double DARK_TINT = 0.18;

    /** Returns the shades on light pages. */
    public static BrandShades onLight(Color chosen) {
        Color accent = nearest(chosen, Color.BLACK, LIGHT_GROUND);
        return new BrandShades(
                accent,
                accent.mixed(Color.BLACK, 0.25),
                tint(accent, Color.WHITE, LIGHT_TINT),
                Color.WHITE);
    }

    /** Returns the shades on dark pages. */
    public static BrandShades onDark(Color chosen) {
        Color accent = nearest(chosen, Color.WHITE, DARK_GROUND);
        return new BrandShades(
                accent,
                accent.mixed(Color.WHITE, 0.35),
                tint(accent, DARK_SURFACE, DARK_TINT),
                NIGHT);
    }

    // The first on the way to black or white; there, everything can be read.
    private static Color nearest(Color chosen, Color end, Color ground) {
        double share = 0;
        while (share < 1 && chosen.mixed(end, share).contrast(ground) < READABLE) {
            share += STEP;
        }
        return chosen.mixed(end, Math.min(share, 1));
    }

    private static Color tint(Color accent, Color surface, double most) {
        double share = most;
        while (share > 0 && surface.mixed(accent, share).contrast(accent) < READABLE) {
            share -= STEP;
        }
        return surface.mixed(accent, Math.max(share, 0));
    }
}
