package org.homeroom.kernel;

import java.io.IOException;
import java.util.List;

/**
 * Figures over time as a line.
 *
 * @param values from left to right, at least two
 * @param highest how the highest figure is written, or zero when that is higher
 * @param lowest how the lowest is written, or zero when that is lower
 * @param first what the left end is called
 * @param last what the right end is called
 */
public record LineDrawing(
        List<Long> values, String highest, String lowest, String first, String last)
        implements Drawing {

    private static final int HEIGHT = 190;
    private static final int TOP = 22;
    private static final int BOTTOM = 150;
    private static final int LOWEST = 167;
    private static final int NAMES = 186;
    private static final int END = 100;

    /** Returns the highest of the figures, at least zero. */
    public static long highest(List<Long> values) {
        return Math.max(0, values.stream().mapToLong(Long::longValue).max().orElse(0));
    }

    /** Returns the lowest of the figures, at most zero. */
    public static long lowest(List<Long> values) {
        return Math.min(0, values.stream().mapToLong(Long::longValue).min().orElse(0));
    }

    @Override
    public int height() {
        return HEIGHT;
    }

    @Override
    public void draw(Ink ink) throws IOException {
        double zero = y(0);
        ink.curve(values.stream().map(this::y).toList(), zero, HEIGHT);
        ink.line(null, 0, zero, END, zero);
        ink.words(null, 0, TOP - 8, "start", highest);
        ink.words(null, 0, LOWEST, "start", lowest);
        ink.words(null, 0, NAMES, "start", first);
        ink.words(null, END, NAMES, "end", last);
    }

    private double y(long value) {
        long top = highest(values);
        double span = Math.max(1, top - lowest(values));
        return TOP + (BOTTOM - TOP) * (top - value) / span;
    }
}
