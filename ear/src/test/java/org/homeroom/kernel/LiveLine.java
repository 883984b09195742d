package org.homeroom.kernel;

import com.microsoft.playwright.WebSocketRoute;
import java.util.regex.Pattern;

/** The wire of a visitor's live channel, which a test cuts and mends. */
public final class LiveLine {

    private static final Pattern ADDRESS = Pattern.compile(".*/ws/live$");

    private WebSocketRoute page;
    private WebSocketRoute server;
    private boolean cut;

    /** Puts itself between the visitor's pages and the server, before the first of them opens. */
    public LiveLine(Visitor visitor) {
        visitor.page().routeWebSocket(ADDRESS, this::connect);
    }

    /** Breaks the connection, and every new one. */
    public void cut() {
        cut = true;
        server.close();
        page.close();
    }

    /** Lets the page's next try through. */
    public void mend() {
        cut = false;
    }

    private void connect(WebSocketRoute knocking) {
        if (cut) {
            knocking.close();
        } else {
            page = knocking;
            server = knocking.connectToServer();
        }
    }
}
