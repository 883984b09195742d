package org.homeroom.tenancy;

import java.util.Locale;
import java.util.Optional;

/**
 * A look as whoever changes it sees it.
 *
 * @param light the shade of the primary colour on light pages, null without one
 * @param dark the same on dark pages
 * @param warning says in a sentence that the primary colour has too little contrast and what is
 *     shown instead; null when it has enough
 */
public record BrandView(Brand brand, Color light, Color dark, String warning) {

    static BrandView of(Brand brand) {
        Optional<Color> primary = Color.of(brand.primary());
        return new BrandView(
                brand,
                primary.map(color -> BrandShades.onLight(color).accent()).orElse(null),
                primary.map(color -> BrandShades.onDark(color).accent()).orElse(null),
                primary.map(BrandView::warning).orElse(null));
    }

    private static String warning(Color color) {
        double contrast = color.contrast(BrandShades.LIGHT_GROUND);
        return contrast >= BrandShades.READABLE
                ? null
                : "Links and buttons in "
                        + color.hex()
                        + " have a contrast of "
                        // Cut, not rounded: 4.49 is not enough.
                        + String.format(Locale.ROOT, "%.2f", Math.floor(contrast * 100) / 100)
                        + " to 1, and people need 4.5. Pages show "
                        + BrandShades.onLight(color).accent().hex()
                        + " instead, the nearest shade that can be read.";
    }
}
