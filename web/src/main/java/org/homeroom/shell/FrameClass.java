package org.homeroom.shell;

import jakarta.faces.component.FacesComponent;
import java.io.IOException;
import org.homeroom.kernel.Markup;
import org.homeroom.roster.ClassRef;

/** The class being shown and a menu of the person's others; nothing for who has none. */
@FacesComponent(
        value = "org.homeroom.shell.FrameClass",
        createTag = true,
        namespace = "homeroom.shell",
        tagName = "class")
public class FrameClass extends FramePart {

    @Override
    void write(Markup page) throws IOException {
        Shell shell = shell();
        ClassRef current = shell.getCurrentClass();
        if (current == null) {
            return;
        }
        page.word("span", "/", "class", "hr-slash", "aria-hidden", "true");
        if (shell.getClasses().size() == 1) {
            page.open("span", "class", "hr-switch hr-switch-class is-only");
            page.word("span", current.name()).close();
            return;
        }
        page.open("details", "class", "hr-menu hr-menu-class");
        page.open("summary", "class", "hr-switch hr-switch-class").open("span");
        page.word("span", page.says("class") + " ", "class", "hr-hide")
                .text(current.name())
                .close();
        page.icon("pi-chevron-down").close();
        page.open("nav", "class", "hr-menu-sheet is-start", "aria-label", page.says("classes"));
        for (ClassRef choice : shell.getClasses()) {
            page.word(
                    "a",
                    choice.name(),
                    "href",
                    shell.addressFor(choice),
                    "aria-current",
                    Boolean.toString(choice.id().equals(current.id())));
        }
        page.close().close();
    }
}
