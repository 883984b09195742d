package org.homeroom.kernel;

import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import org.primefaces.component.message.Message;
import org.primefaces.component.message.MessageRenderer;

/** A field's message, which is an alert only when it says something: a form is not full of them. */
public class QuietMessage extends MessageRenderer {

    @Override
    protected void encodeMarkup(FacesContext context, Message message, String target)
            throws IOException {
        if (context.getMessages(target).hasNext()) {
            super.encodeMarkup(context, message, target);
        } else {
            // Its place stays, for an update of this part of the page.
            ResponseWriter writer = context.getResponseWriter();
            writer.startElement("div", message);
            writer.writeAttribute("id", message.getClientId(context), "id");
            writer.endElement("div");
        }
    }
}
