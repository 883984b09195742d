package org.homeroom.kernel;

/**
 * The error codes of the public interface and the HTTP status each is sent with (tenancy.md 13).
 */
public enum ErrorCode {
    VALIDATION_ERROR(422),
    /** A body that cannot be read at all; on the wire it is a VALIDATION_ERROR with status 400. */
    MALFORMED(400),
    AUTHENTICATION_ERROR(401),
    /** The password is right; a code of the authenticator is needed as well. */
    SECOND_FACTOR_REQUIRED(401),
    AUTHORIZATION_ERROR(403),
    /** The caller may, and must first prove once more that it is them. */
    PROOF_REQUIRED(403),
    TENANT_NOT_FOUND(404),
    TENANT_SUSPENDED(403),
    TENANT_ACCESS_DENIED(403),
    /** The school does not use this part of the product (tenancy.md section 2). */
    MODULE_NOT_AVAILABLE(403),
    NOT_FOUND(404),
    CONFLICT(409),
    /** The school's plan allows no more people (tenancy.md section 6). */
    PLAN_LIMIT_REACHED(409),
    PRECONDITION_FAILED(412),
    RATE_LIMIT_EXCEEDED(429),
    EXTERNAL_SERVICE_ERROR(503),
    INTERNAL_ERROR(500);

    private final int status;

    ErrorCode(int status) {
        this.status = status;
    }

    /** Returns the HTTP status. */
    public int status() {
        return status;
    }

    /** Returns the code as clients read it. */
    public String wire() {
        return this == MALFORMED ? VALIDATION_ERROR.name() : name();
    }
}
