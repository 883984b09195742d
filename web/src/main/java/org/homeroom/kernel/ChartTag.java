package org.homeroom.kernel;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.util.List;

/**
 * Draws the {@link Chart} of its attribute {@code value}: a picture, what its series are called,
 * and below it the same figures as a table. No script, no inline style.
 */
@FacesComponent(
        value = "org.homeroom.kernel.ChartTag",
        createTag = true,
        namespace = "homeroom.kernel",
        tagName = "chart")
public class ChartTag extends UIComponentBase {

    @Override
    public String getFamily() {
        return "org.homeroom.kernel";
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        Chart chart = (Chart) getAttributes().get("value");
        if (chart == null) {
            return;
        }
        Markup page = new Markup(context);
        page.open("figure", "class", "hr-chart");
        picture(page, chart);
        keys(page, chart.keys());
        page.close();
        table(page, chart);
    }

    private static void picture(Markup page, Chart chart) throws IOException {
        String height = String.valueOf(chart.drawing().height());
        page.open(
                "svg",
                "width",
                "100%",
                "height",
                height,
                "role",
                "img",
                "aria-label",
                chart.label());
        chart.drawing().draw(new Ink(page));
        page.close();
    }

    private static void keys(Markup page, List<String> keys) throws IOException {
        if (keys.isEmpty()) {
            return;
        }
        page.open("ul", "class", "hr-chart-keys");
        for (int i = 0; i < keys.size(); i++) {
            page.open("li").open("svg", "width", "16", "height", "16", "aria-hidden", "true");
            page.open("rect", "class", Chart.series(i), "width", "100%", "height", "100%");
            page.close().close().text(keys.get(i)).close();
        }
        page.close();
    }

    private static void table(Markup page, Chart chart) throws IOException {
        page.open("details", "class", "hr-chart-table");
        page.word("summary", page.says("chart.table"), "class", "hr-small");
        page.open(
                "div",
                "class",
                "ui-datatable ui-widget hr-sideways",
                "tabindex",
                "0",
                "role",
                "region",
                "aria-label",
                page.says("chart.table") + ": " + chart.label());
        page.open("table").open("thead").open("tr");
        for (String column : chart.head()) {
            page.word("th", column, "scope", "col", "class", "ui-state-default");
        }
        page.close().close().open("tbody", "class", "ui-datatable-data ui-widget-content");
        for (List<String> row : chart.rows()) {
            page.open("tr", "class", "ui-widget-content");
            page.word("th", row.get(0), "scope", "row");
            for (String cell : row.subList(1, row.size())) {
                page.word("td", cell);
            }
            page.close();
        }
        page.close().close().close().close();
    }
}
