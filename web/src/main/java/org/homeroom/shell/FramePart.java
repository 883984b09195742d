package org.homeroom.shell;

import jakarta.el.ELContext;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import org.homeroom.kernel.Markup;

/**
 * A part of the frame that is written in code, because every page pays for it: as nested repeats
 * the frame was more than half of a small page's cost.
 */
abstract class FramePart extends UIComponentBase {

    @Override
    public String getFamily() {
        return "org.homeroom.shell";
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        write(new Markup(context));
    }

    /** Writes the part of the page being shown. */
    abstract void write(Markup page) throws IOException;

    /** Returns the frame of the page being shown. */
    final Shell shell() {
        return named("shell", Shell.class);
    }

    /** Returns the bean of the name. CDI's own look-up walks the whole stack to see who asks. */
    final <T> T named(String name, Class<T> type) {
        ELContext names = getFacesContext().getELContext();
        return type.cast(names.getELResolver().getValue(names, null, name));
    }
}
