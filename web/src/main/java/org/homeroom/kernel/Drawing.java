package org.homeroom.kernel;

import java.io.IOException;

/** The lines and areas of a {@link Chart}. Across it counts in hundredths, down in pixels. */
public interface Drawing {

    /** Returns how high the picture is, in pixels. */
    int height();

    /** Draws it. */
    void draw(Ink ink) throws IOException;
}
