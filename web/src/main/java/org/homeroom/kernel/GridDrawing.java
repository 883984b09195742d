package org.homeroom.kernel;

import java.io.IOException;
import java.util.List;

/**
 * Shares in rows and columns. A cell is filled the higher and the darker the more there is of it,
 * so that nobody needs to tell colours apart.
 *
 * @param columns what stands above each
 * @param rows from top to bottom
 */
public record GridDrawing(List<String> columns, List<Row> rows) implements Drawing {

    private static final int ROW = 22;
    private static final int TOP = 22;
    private static final int NAMES = 13;
    private static final int BASE = 16;
    private static final int GAP = 2;
    private static final int LEVELS = 4;
    private static final int WHOLE = 100;
    private static final int END = 100;

    /** Where the cells begin and end; names stand left of them, sums right. */
    private static final double LEFT = 20;

    private static final double RIGHT = 91;

    /** Above so many columns, a small screen names each fifth only. */
    private static final int FEW = 12;

    private static final int FIFTH = 5;

    /**
     * A row.
     *
     * @param shares one for each column, from 0 to 100 in the hundred; null where there is none to
     *     have
     * @param sum what stands at its end
     */
    public record Row(String name, List<Integer> shares, String sum) {}

    @Override
    public int height() {
        return TOP + ROW * rows.size();
    }

    @Override
    public void draw(Ink ink) throws IOException {
        double width = (RIGHT - LEFT) / columns.size();
        for (int i = 0; i < columns.size(); i++) {
            boolean minor = columns.size() > FEW && i % FIFTH != 0;
            String style = minor ? "is-minor" : null;
            ink.words(style, LEFT + (i + .5) * width, NAMES, "middle", columns.get(i));
        }
        for (int i = 0; i < rows.size(); i++) {
            draw(ink, rows.get(i), TOP + ROW * i, width);
        }
    }

    private static void draw(Ink ink, Row row, int top, double width) throws IOException {
        ink.words(null, 0, top + BASE, "start", row.name());
        ink.words("is-sum", END, top + BASE, "end", row.sum());
        for (int i = 0; i < row.shares().size(); i++) {
            Integer share = row.shares().get(i);
            if (share == null) {
                continue;
            }
            double x = LEFT + i * width;
            ink.bar("is-lane", x + .1, top + 1, width - .2, ROW - GAP, null);
            if (share > 0) {
                double height = (double) (ROW - GAP) * share / WHOLE;
                String style = "is-level-" + Math.min(LEVELS, 1 + (share - 1) * LEVELS / WHOLE);
                ink.bar(style, x + .1, top + 1 + ROW - GAP - height, width - .2, height, null);
            }
        }
    }
}
