package org.homeroom.kernel;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import org.primefaces.component.messages.Messages;
import org.primefaces.component.messages.MessagesRenderer;

/**
 * Messages as a plain list. PrimeFaces gives each item the role of an alert, which takes the items
 * away from their list; the live region around the list announces them already.
 */
public class PlainMessages extends MessagesRenderer {

    @Override
    protected void encodeMessage(
            ResponseWriter writer,
            Messages component,
            FacesMessage message,
            String style,
            boolean escape)
            throws IOException {
        String summary = message.getSummary() == null ? "" : message.getSummary();
        String detail = message.getDetail() == null ? "" : message.getDetail();
        writer.startElement("li", null);
        if (component.isShowSummary() && !summary.isEmpty()) {
            span(writer, style + "-summary", summary);
        }
        if (component.isShowDetail() && !detail.isEmpty() && !detail.equals(summary)) {
            span(writer, style + "-detail", detail);
        }
        writer.endElement("li");
    }

    private static void span(ResponseWriter writer, String style, String text) throws IOException {
        writer.startElement("span", null);
        writer.writeAttribute("class", style, null);
        writer.writeText(text, null);
        writer.endElement("span");
    }
}
