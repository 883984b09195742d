package org.homeroom.kernel;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Writes the shapes of a picture. Across, places are hundredths of the width, so that the picture
 * fits every screen while its words keep their size; down, they are pixels.
 */
public final class Ink {

    private static final double HUNDRED = 100;

    private final Markup page;

    Ink(Markup page) {
        this.page = page;
    }

    /**
     * Draws a bar.
     *
     * @param title what it says when pointed at, null for nothing
     */
    public void bar(String style, double x, double y, double width, double height, String title)
            throws IOException {
        page.open(
                "rect",
                "class",
                style,
                "x",
                part(x),
                "y",
                pixels(y),
                "width",
                part(width),
                "height",
                pixels(height));
        if (title != null) {
            page.word("title", title);
        }
        page.close();
    }

    /**
     * Writes words.
     *
     * @param anchor which end of them stands at the place: {@code start}, {@code middle} or {@code
     *     end}
     */
    public void words(String style, double x, double y, String anchor, String words)
            throws IOException {
        page.word(
                "text", words, "class", style, "x", part(x), "y", pixels(y), "text-anchor", anchor);
    }

    /** Draws a straight line. */
    public void line(String style, double fromX, double fromY, double toX, double toY)
            throws IOException {
        page.open(
                "line",
                "class",
                style,
                "x1",
                part(fromX),
                "y1",
                pixels(fromY),
                "x2",
                part(toX),
                "y2",
                pixels(toY));
        page.close();
    }

    /**
     * Draws a curve over the whole width and the area between it and a height.
     *
     * @param heights from left to right, at least two
     */
    public void curve(List<Double> heights, double zero, int height) throws IOException {
        StringBuilder corners = new StringBuilder();
        for (int i = 0; i < heights.size(); i++) {
            double x = HUNDRED * i / (heights.size() - 1);
            corners.append(pixels(x)).append(',').append(pixels(heights.get(i))).append(' ');
        }
        String curve = corners.toString().strip();
        page.open(
                "svg",
                "width",
                "100%",
                "height",
                pixels(height),
                "viewBox",
                "0 0 100 " + height,
                "preserveAspectRatio",
                "none");
        String below = pixels(zero);
        page.open("polygon", "points", "0," + below + " " + curve + " 100," + below).close();
        page.open("polyline", "points", curve).close();
        page.close();
    }

    private static String part(double hundredths) {
        return pixels(hundredths) + "%";
    }

    private static String pixels(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
