package org.homeroom.shell;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import java.io.IOException;

/** What the request has to tell the person, as PrimeFaces' messages look. */
@FacesComponent(
        value = "org.homeroom.shell.FrameMessages",
        createTag = true,
        namespace = "homeroom.shell",
        tagName = "messages")
public class FrameMessages extends UIComponentBase {

    @Override
    public String getFamily() {
        return "org.homeroom.shell";
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        for (FacesMessage message : context.getMessageList()) {
            write(message, new Markup(context));
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
