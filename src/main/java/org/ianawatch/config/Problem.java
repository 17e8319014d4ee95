package org.ianawatch.config;

/**
 * What is wrong with a file. No secret is in it.
 *
 * @param place {@code FILE:LINE}
 * @param message what is wrong there, and what to write instead
 */
public record Problem(String place, String message) {
    @Override
    public String toString() {
        return place + ": " + message;
    }
}
