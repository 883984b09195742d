package org.homeroom.kernel;

import java.io.IOException;
import java.util.List;

/**
 * Figures side by side as bars, from zero up.
 *
 * @param groups from left to right
 * @param highest how the highest figure is written
 */
public record BarDrawing(List<Group> groups, String highest) implements Drawing {

    private static final int HEIGHT = 190;
    private static final int TOP = 22;
    private static final int BOTTOM = 164;
    private static final int NAMES = 183;
    private static final int END = 100;

    /** How much of a group's width its bars take. */
    private static final double FILLED = .7;

    /**
     * Bars that belong together.
     *
     * @param name what stands below them
     * @param values one of each series, none negative
     * @param titles what each bar says when pointed at
     */
    public record Group(String name, List<Long> values, List<String> titles) {}

    @Override
    public int height() {
        return HEIGHT;
    }

    @Override
    public void draw(Ink ink) throws IOException {
        ink.line("is-grid", 0, TOP, END, TOP);
        ink.words(null, 0, TOP - 8, "start", highest);
        double width = (double) END / groups.size();
        for (int i = 0; i < groups.size(); i++) {
            draw(ink, groups.get(i), i * width, width);
        }
        ink.line(null, 0, BOTTOM, END, BOTTOM);
    }

    private void draw(Ink ink, Group group, double left, double width) throws IOException {
        double bar = width * FILLED / group.values().size();
        double first = left + width * (1 - FILLED) / 2;
        for (int i = 0; i < group.values().size(); i++) {
            double height = (double) (BOTTOM - TOP) * group.values().get(i) / top();
            String style = Chart.series(i);
            ink.bar(style, first + i * bar, BOTTOM - height, bar, height, group.titles().get(i));
        }
        ink.words(null, left + width / 2, NAMES, "middle", group.name());
    }

    private long top() {
        return Math.max(
                1,
                groups.stream()
                        .flatMap(group -> group.values().stream())
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(0));
    }
}
