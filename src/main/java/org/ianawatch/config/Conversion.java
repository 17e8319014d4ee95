package org.ianawatch.config;

/**
 * Makes a value of what a file has.
 *
 * @param <T> the value's type
 */
interface Conversion<T> {
    /**
     * The value.
     *
     * @param raw a {@code String}, {@code Long}, {@code Boolean} or another of TOML's types
     * @throws IllegalArgumentException when there is none, with what to write instead
     */
    T of(Object raw);
}
