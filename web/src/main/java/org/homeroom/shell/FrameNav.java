package org.homeroom.shell;

import jakarta.faces.component.FacesComponent;
import java.io.IOException;
import java.util.List;
import org.homeroom.kernel.Markup;

/**
 * Where the person may go, with the page being shown marked; its attribute {@code here} is that
 * page's key. Written in code because every page pays for it: as two nested repeats it was a third
 * of a page's cost.
 */
@FacesComponent(
        value = "org.homeroom.shell.FrameNav",
        createTag = true,
        namespace = "homeroom.shell",
        tagName = "nav")
public class FrameNav extends FramePart {

    @Override
    void write(Markup page) throws IOException {
        Shell shell = shell();
        page.open("nav", "class", "hr-nav", "aria-label", page.says("nav.main"));
        for (NavGroup group : shell.getNav()) {
            if (!group.title().isEmpty()) {
                page.word("h2", page.says(group.title()));
            }
            for (NavItem item : group.items()) {
                String current = item.key().equals(getAttributes().get("here")) ? "page" : null;
                page.open("a", "href", item.href(), "class", item.style(), "aria-current", current);
                entry(page, item);
            }
        }
        more(page, shell.getMore());
        page.close();
    }

    private static void more(Markup page, List<NavItem> items) throws IOException {
        if (items.isEmpty()) {
            return;
        }
        page.open("details", "class", "hr-menu hr-more");
        page.open("summary").icon("pi-bars").word("span", page.says("nav.more")).close();
        page.open("div", "class", "hr-menu-sheet");
        for (NavItem item : items) {
            page.open("a", "href", item.href());
            entry(page, item);
        }
        page.close().close();
    }

    private static void entry(Markup page, NavItem item) throws IOException {
        page.icon(item.icon()).word("span", page.says(item.label())).close();
    }
}
