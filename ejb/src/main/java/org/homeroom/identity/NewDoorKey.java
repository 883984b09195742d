package org.homeroom.identity;

/** A key just made; its secret is readable this once. */
public record NewDoorKey(DoorKey key, String secret) {

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "NewDoorKey[" + key.accountId() + "]";
    }
}
