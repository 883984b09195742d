package org.homeroom.identity;

import java.util.UUID;
import java.util.concurrent.Callable;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;

/** The person this thread works for; bound beside the school and unbound when the work leaves. */
public final class CallerContext {

    private static final ThreadLocal<Caller> CURRENT = new ThreadLocal<>();
    private static final ThreadLocal<UUID> SIGN_IN = new ThreadLocal<>();

    private CallerContext() {}

    /** Returns the person, or null when nobody is signed in. */
    public static Caller current() {
        return CURRENT.get();
    }

    /**
     * Returns the person.
     *
     * @throws Refusal with {@link ErrorCode#AUTHENTICATION_ERROR} when nobody is signed in
     */
    public static Caller require() {
        Caller caller = CURRENT.get();
        if (caller == null) {
            throw new Refusal(ErrorCode.AUTHENTICATION_ERROR, "Sign in first.");
        }
        return caller;
    }

    /** Returns the sign-in that the work comes from, or null when it comes from none. */
    public static UUID signIn() {
        return SIGN_IN.get();
    }

    /** Binds the sign-in beside the person, or unbinds with null, likewise. */
    public static void bindSignIn(UUID signIn) {
        if (signIn == null) {
            SIGN_IN.remove();
        } else {
            SIGN_IN.set(signIn);
        }
    }

    /** Runs the work for the person and restores who was bound before. */
    public static <T> T callAs(Caller caller, Callable<T> work) throws Exception {
        Caller before = CURRENT.get();
        bind(caller);
        try {
            return work.call();
        } finally {
            bind(before);
        }
    }

    /** Binds the person, or unbinds with null. Callers restore the earlier value in a finally. */
    public static void bind(Caller caller) {
        if (caller == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(caller);
        }
    }
}
