package org.homeroom.shell;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.FacesComponent;
import java.io.IOException;
import org.homeroom.kernel.Markup;

/** What the request has to tell the person, as PrimeFaces' messages look. */
@FacesComponent(
        value = "org.homeroom.shell.FrameMessages",
        createTag = true,
        namespace = "homeroom.shell",
        tagName = "messages")
public class FrameMessages extends FramePart {

    @Override
    void write(Markup page) throws IOException {
        for (FacesMessage message : getFacesContext().getMessageList()) {
            write(message, page);
        }
    }

    private static void write(FacesMessage message, Markup page) throws IOException {
        String style = "ui-messages-" + severity(message);
        page.open("div", "class", style);
        page.icon(style.endsWith("info") ? "pi-info-circle" : "pi-exclamation-triangle").open("p");
        page.word("span", message.getSummary(), "class", style + "-summary").text(" ");
        String detail = message.getDetail();
        if (detail != null && !detail.isEmpty() && !detail.equals(message.getSummary())) {
            page.word("span", detail, "class", style + "-detail");
        }
        page.close().close();
    }

    private static String severity(FacesMessage message) {
        if (message.getSeverity() == FacesMessage.SEVERITY_INFO) {
            return "info";
        }
        return message.getSeverity() == FacesMessage.SEVERITY_WARN ? "warn" : "error";
    }
}
