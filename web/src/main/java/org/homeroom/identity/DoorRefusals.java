package org.homeroom.identity;

import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;

/** Why a request goes no further than the door. */
final class DoorRefusals {

    private DoorRefusals() {}

    static Refusal unknownHost() {
        return new Refusal(
                ErrorCode.TENANT_NOT_FOUND,
                "No school lives at this address. Check how it is spelled.");
    }

    static Refusal suspended() {
        return new Refusal(
                ErrorCode.TENANT_SUSPENDED,
                "This school is closed in Homeroom for now. Ask your district.");
    }

    static Refusal moduleOff() {
        return new Refusal(
                ErrorCode.MODULE_NOT_AVAILABLE,
                "This school does not use this part of Homeroom. Ask your district.");
    }

    static Refusal foreign() {
        return new Refusal(
                ErrorCode.TENANT_ACCESS_DENIED,
                "You are signed in to another school. Sign in to this one.");
    }

    static Refusal badToken() {
        return new Refusal(
                ErrorCode.AUTHENTICATION_ERROR, "This token is not good any more. Sign in again.");
    }

    static Refusal signInFirst() {
        return new Refusal(ErrorCode.AUTHENTICATION_ERROR, "Sign in first.");
    }

    static Refusal notForYou() {
        return new Refusal(
                ErrorCode.AUTHORIZATION_ERROR,
                "Your role does not allow this. Ask someone whose role does.");
    }

    static Refusal foreignPage() {
        return new Refusal(
                ErrorCode.AUTHORIZATION_ERROR,
                "This came from a page that is not ours. Open ours and try again.");
    }

    static Refusal csrf() {
        return new Refusal(
                ErrorCode.AUTHORIZATION_ERROR,
                "Send the page's token as X-CSRF-Token, or use a bearer token.");
    }
}
