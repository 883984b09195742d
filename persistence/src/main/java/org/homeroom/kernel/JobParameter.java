package org.homeroom.kernel;

import java.util.UUID;
import java.util.function.Function;

/** Reads parameters of jobs, which people may have typed. */
public final class JobParameter {

    private JobParameter() {}

    /**
     * Reads an id.
     *
     * @param thing what the id names, with its article: {@code a pay run}
     * @param given may be null
     * @throws Refusal naming the parameter, when the value is no id
     */
    public static UUID id(String name, String thing, String given) {
        try {
            return UUID.fromString(given == null ? "" : given);
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    name,
                    "This job needs "
                            + thing
                            + ". Give its id; it stands after id= in the address of its page.");
        }
    }

    /**
     * Finds what an id names.
     *
     * @param thing what the id names, without an article: {@code pay run}
     * @throws Refusal naming the parameter, when the school has no such thing
     */
    public static <T> T found(String name, String thing, UUID id, Function<UUID, T> finder) {
        try {
            return finder.apply(id);
        } catch (Refusal refusal) {
            if (refusal.code() != ErrorCode.NOT_FOUND) {
                throw refusal;
            }
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    name,
                    "This school has no " + thing + " with this id.");
        }
    }
}
