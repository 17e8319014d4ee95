package org.ianawatch.registry;

/**
 * What a registry of which nothing else is known said at one time.
 *
 * @param label what people know it by: a file's name, or a number and a date
 * @param sha256 of the file's bytes
 * @param table its rows
 */
public record Edition(String label, Sha256 sha256, Table table) {}
