package org.homeroom.realtime;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A wire whose sends finish when the test says so. */
final class HeldSocket implements LiveSocket {

    final List<String> sent = new ArrayList<>();
    CloseReason closed;
    private Consumer<Boolean> underWay;

    @Override
    public void send(String text, Consumer<Boolean> done) {
        if (underWay != null) {
            throw new AssertionError("two sends at once");
        }
        sent.add(text);
        underWay = done;
    }

    @Override
    public void close(CloseReason reason) {
        closed = reason;
    }

    void finish() {
        finish(true);
    }

    void finish(boolean left) {
        Consumer<Boolean> done = underWay;
        underWay = null;
        done.accept(left);
    }
}
