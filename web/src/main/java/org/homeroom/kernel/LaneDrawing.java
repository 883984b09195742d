package org.homeroom.kernel;

import java.io.IOException;
import java.util.List;

/**
 * Stretches of time, one lane below the other.
 *
 * @param lanes from top to bottom
 * @param fromHour the hour at the left, from 0
 * @param toHour the hour at the right, up to 24 and later than the first
 */
public record LaneDrawing(List<Lane> lanes, int fromHour, int toHour) implements Drawing {

    private static final int LANE = 34;
    private static final int TOP = 24;
    private static final int HOURS = 14;
    private static final int INSET = 5;
    private static final int BASE = 22;

    /** Where the lanes begin and end; names stand left of them, sums right. */
    private static final double LEFT = 14;

    private static final double RIGHT = 77;
    private static final int END = 100;
    private static final int MOST_HOURS = 8;

    /**
     * One lane.
     *
     * @param marked whether its name stands out
     * @param now the hour at which a line is drawn, null for none
     */
    public record Lane(String name, List<Bar> bars, String sum, boolean marked, Double now) {}

    /**
     * A stretch of a lane.
     *
     * @param from in hours from midnight
     * @param to in hours from midnight
     * @param series whose it is, from 0
     * @param open whether it still grows
     * @param title what it says when pointed at
     */
    public record Bar(double from, double to, int series, boolean open, String title) {}

    @Override
    public int height() {
        return TOP + LANE * lanes.size();
    }

    @Override
    public void draw(Ink ink) throws IOException {
        int step = Math.max(1, (toHour - fromHour + MOST_HOURS - 1) / MOST_HOURS);
        for (int hour = fromHour; hour <= toHour; hour += step) {
            ink.line("is-grid", x(hour), TOP - 4, x(hour), height());
            ink.words(null, x(hour), HOURS, "middle", String.valueOf(hour));
        }
        for (int i = 0; i < lanes.size(); i++) {
            draw(ink, lanes.get(i), TOP + LANE * i);
        }
    }

    private void draw(Ink ink, Lane lane, int top) throws IOException {
        ink.bar("is-lane", LEFT, top + INSET, RIGHT - LEFT, LANE - 2 * INSET, null);
        ink.words(lane.marked() ? "is-here" : null, 0, top + BASE, "start", lane.name());
        for (Bar bar : lane.bars()) {
            String style = Chart.series(bar.series()) + (bar.open() ? " is-open" : "");
            double width = x(bar.to()) - x(bar.from());
            ink.bar(style, x(bar.from()), top + INSET, width, LANE - 2 * INSET, bar.title());
        }
        if (lane.now() != null) {
            ink.line("is-now", x(lane.now()), top, x(lane.now()), top + LANE);
        }
        ink.words("is-sum", END, top + BASE, "end", lane.sum());
    }

    private double x(double hour) {
        double within = Math.min(toHour, Math.max(fromHour, hour));
        return LEFT + (RIGHT - LEFT) * (within - fromHour) / (toHour - fromHour);
    }
}
