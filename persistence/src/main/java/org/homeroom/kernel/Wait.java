package org.homeroom.kernel;

/** A refusal that ends by itself; clients are told after how many seconds to come back. */
public class Wait extends Refusal {

    private static final long serialVersionUID = 1L;

    private final long seconds;

    /** Refuses for that many seconds. */
    public Wait(ErrorCode code, String message, long seconds) {
        super(code, message);
        this.seconds = Math.max(1, seconds);
    }

    /** Returns after how many seconds the request may succeed. */
    public long seconds() {
        return seconds;
    }
}
