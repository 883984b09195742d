package org.homeroom.shell;

import jakarta.faces.component.FacesComponent;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.homeroom.identity.Caller;
import org.homeroom.identity.CallerContext;
import org.homeroom.identity.Csrf;
import org.homeroom.kernel.Markup;
import org.homeroom.tenancy.Brand;

/** What stands in the head of every page: what scripts need to know, the school's look, scripts. */
@FacesComponent(
        value = "org.homeroom.shell.FrameHead",
        createTag = true,
        namespace = "homeroom.shell",
        tagName = "head")
public class FrameHead extends FramePart {

    // They change with the product alone, and each page would look for all of them again.
    private static final Map<String, String> ADDRESSES = new ConcurrentHashMap<>();

    @Override
    void write(Markup page) throws IOException {
        Brand brand = shell().getBrand();
        page.open("meta", "charset", "utf-8").close();
        meta(page, "viewport", "width=device-width, initial-scale=1");
        meta(page, "csrf-token", named("csrf", Csrf.class).getToken());
        meta(page, "color-scheme", "light dark");
        Caller person = CallerContext.current();
        if (person != null) {
            meta(page, "person", person.accountId().toString());
        }
        if (brand.hasLogo()) {
            page.open("link", "rel", "icon", "href", "/tenancy/logo?v=" + brand.version()).close();
        } else {
            page.open("link", "rel", "icon", "type", "image/svg+xml", "href", address("mark.svg"))
                    .close();
        }
        if (brand.isColored()) {
            String sheet = "/tenancy/brand.css?v=" + brand.version();
            page.open("link", "rel", "stylesheet", "href", sheet).close();
        }
        page.open("script", "src", address("js/theme.js")).close();
        page.open("script", "src", address("js/shell.js"), "defer", "defer").close();
    }

    private static void meta(Markup page, String name, String content) throws IOException {
        page.open("meta", "name", name, "content", content).close();
    }

    private String address(String resource) {
        return ADDRESSES.computeIfAbsent(
                resource,
                name ->
                        getFacesContext()
                                .getApplication()
                                .getResourceHandler()
                                .createResource(name)
                                .getRequestPath());
    }
}
