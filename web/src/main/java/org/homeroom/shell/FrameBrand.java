package org.homeroom.shell;

import jakarta.faces.component.FacesComponent;
import java.io.IOException;
import org.homeroom.kernel.Markup;
import org.homeroom.tenancy.Brand;

/** The way to one's first page: the school's logo, else the product's mark. */
@FacesComponent(
        value = "org.homeroom.shell.FrameBrand",
        createTag = true,
        namespace = "homeroom.shell",
        tagName = "brand")
public class FrameBrand extends FramePart {

    @Override
    void write(Markup page) throws IOException {
        Brand brand = shell().getBrand();
        page.open("a", "class", "hr-brand", "href", "/", "aria-label", page.says("start"));
        if (brand.hasLogo()) {
            page.open("img", "src", "/tenancy/logo?v=" + brand.version(), "alt", "").close();
        } else {
            mark(page);
        }
        page.word("span", "Homeroom").close();
    }

    private static void mark(Markup page) throws IOException {
        page.open("svg", "viewBox", "0 0 28 28", "aria-hidden", "true");
        page.open("path", "d", "M3 12.2 14 3l11 9.2V25H3z", "fill", "currentColor").close();
        page.open(
                        "path",
                        "d",
                        "M9.5 25v-9.5h9V25M9.5 12.2h9",
                        "fill",
                        "none",
                        "stroke",
                        "var(--hr-surface)",
                        "stroke-width",
                        "2.2")
                .close();
        page.close();
    }
}
