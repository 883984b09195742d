package org.homeroom.tenancy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever colour a school takes, everybody can read its pages. */
class BrandShadesTest {

    @Test
    void contrastIsThatOfTheGuidelines() {
        assertEquals(21, Color.BLACK.contrast(Color.WHITE), 0.001);
        assertEquals(4.54, color("#767676").contrast(Color.WHITE), 0.005);
        assertEquals(1, color("#1e40af").contrast(color("#1E40AF")), 0.001);
    }

    @Test
    void colorsAreReadAsPeopleWriteThem() {
        assertEquals("#ffaa00", color(" #FA0 ").hex());
        for (String bad :
                new String[] {"1e40af", "#1e40a", "red", "#gggggg", "#1e40af;}", "", null}) {
            assertTrue(Color.of(bad).isEmpty(), bad);
        }
    }

    @Test
    void aColorWithContrastEnoughStaysAsItIs() {
        assertEquals("#1e40af", BrandShades.onLight(color("#1e40af")).accent().hex());
        assertNull(view("#1e40af").warning());
    }

    @Test
    void aPaleOneIsShownInTheNearestShadeAndWarnedOf() {
        BrandView view = view("#f59e0b");

        String shade = view.light().hex();
        assertTrue(
                view.warning().startsWith("Links and buttons in #f59e0b have a contrast of 1.8"),
                view.warning());
        assertTrue(view.warning().contains(" Pages show " + shade + " instead"), view.warning());
        // A hundredth less on the way to black would not do.
        assertEquals(4.5, view.light().contrast(BrandShades.LIGHT_GROUND), 0.15);
    }

    @Test
    void everyColorCanBeReadOnEveryPage() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            Color color = new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256));
            readable(color, BrandShades.onLight(color), BrandShades.LIGHT_GROUND);
            readable(color, BrandShades.onDark(color), BrandShades.DARK_GROUND);
        }
    }

    private static void readable(Color chosen, BrandShades shades, Color ground) {
        for (Color behind : new Color[] {ground, shades.tint(), shades.on()}) {
            assertTrue(
                    shades.accent().contrast(behind) >= BrandShades.READABLE,
                    () -> chosen.hex() + " on " + behind.hex());
        }
        assertTrue(shades.strong().contrast(shades.on()) >= BrandShades.READABLE, chosen::hex);
    }

    private static BrandView view(String primary) {
        return BrandView.of(new Brand(primary, null, BrandWords.NONE, null, 1));
    }

    private static Color color(String text) {
        return Color.of(text).orElseThrow();
    }
}
