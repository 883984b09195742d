package org.homeroom.kernel;

import jakarta.ejb.ApplicationException;

/**
 * Something a person asked for and may not have, said in a sentence that tells what to do. The
 * transaction is rolled back: one transaction or none. Domains subclass it to name the case.
 */
@ApplicationException(rollback = true, inherited = true)
public class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String field;

    /** Refuses the request as a whole. */
    public Refusal(ErrorCode code, String message) {
        this(code, null, message);
    }

    /**
     * Refuses because of one field, named as in the public interface; null when none is to blame.
     */
    public Refusal(ErrorCode code, String field, String message) {
        super(message);
        this.code = code;
        this.field = field;
    }

    /** The one answer for what is absent and for what is not yours. */
    public static Refusal notFound() {
        return new Refusal(
                ErrorCode.NOT_FOUND, "There is nothing here for you. Check the address.");
    }

    /** Returns the sentence in the language that this thread answers in. */
    public String sentence() {
        return Sentences.say(getMessage());
    }

    public ErrorCode code() {
        return code;
    }

    /** Returns the field to blame, or null. */
    public String field() {
        return field;
    }
}
