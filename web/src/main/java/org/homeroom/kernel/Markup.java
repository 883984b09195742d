package org.homeroom.kernel;

import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Writes elements of a page in code, with the frame's texts; everything written is escaped. */
public final class Markup {

    private final ResponseWriter writer;
    private final ResourceBundle texts;
    private final Deque<String> open = new ArrayDeque<>();

    /** Writes to the page being shown. */
    public Markup(FacesContext context) {
        writer = context.getResponseWriter();
        texts = context.getApplication().getResourceBundle(context, "shellText");
    }

    /**
     * Opens an element.
     *
     * @param attributes names and values in turn; one without a value is left out
     */
    public Markup open(String element, String... attributes) throws IOException {
        writer.startElement(element, null);
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                writer.writeAttribute(attributes[i], attributes[i + 1], null);
            }
        }
        open.push(element);
        return this;
    }

    /** Writes what a person reads. */
    public Markup text(String text) throws IOException {
        writer.writeText(text, null);
        return this;
    }

    /** Closes the element opened last. */
    public Markup close() throws IOException {
        writer.endElement(open.pop());
        return this;
    }

    /** Writes an element that holds text alone. */
    public Markup word(String element, String text, String... attributes) throws IOException {
        return open(element, attributes).text(text).close();
    }

    /** Writes a picture that says nothing to those who hear the page. */
    public Markup icon(String name) throws IOException {
        return open("i", "class", "pi " + name, "aria-hidden", "true").close();
    }

    /** Returns the frame's text, or the key that somebody forgot. */
    public String says(String key) {
        try {
            return texts.getString(key);
        } catch (MissingResourceException e) {
            return "???" + key + "???";
        }
    }
}
