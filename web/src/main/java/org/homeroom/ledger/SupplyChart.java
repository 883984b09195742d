package org.homeroom.ledger;

import java.util.List;
import java.util.Locale;

/** The students' money over time as a line, drawn in a box of fixed size. */
public final class SupplyChart {

    /** The box's width, in units of the picture. */
    public static final int WIDTH = 600;

    /** Its height. */
    public static final int HEIGHT = 140;

    // So that the line's own width stays in the picture.
    private static final int EDGE = 4;

    private final List<SupplyDay> days;
    private final long highest;
    private final long lowest;

    /** Takes the days to draw, in order, at least two. */
    public SupplyChart(List<SupplyDay> days) {
        this.days = days;
        highest = Math.max(0, days.stream().mapToLong(SupplyDay::held).max().orElse(0));
        lowest = Math.min(0, days.stream().mapToLong(SupplyDay::held).min().orElse(0));
    }

    /** Returns the corners of the line, as a polyline takes them. */
    public String getLine() {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < days.size(); i++) {
            double x = (double) WIDTH * i / (days.size() - 1);
            line.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y(days.get(i).held())));
        }
        return line.toString().strip();
    }

    /** Returns the corners of the area between the line and zero. */
    public String getArea() {
        String zero = String.format(Locale.ROOT, "%.1f", getZero());
        return "0," + zero + " " + getLine() + " " + WIDTH + "," + zero;
    }

    /** Returns how far down zero is. */
    public double getZero() {
        return y(0);
    }

    /** Returns the most that there was, at least zero, in minor units. */
    public long getHighest() {
        return highest;
    }

    /** Returns the least that there was, at most zero, in minor units. */
    public long getLowest() {
        return lowest;
    }

    public int getWidth() {
        return WIDTH;
    }

    public int getHeight() {
        return HEIGHT;
    }

    private double y(long held) {
        double span = Math.max(1, highest - lowest);
        return EDGE + (HEIGHT - 2 * EDGE) * (highest - held) / span;
    }
}
