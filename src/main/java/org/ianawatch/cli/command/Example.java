package org.ianawatch.cli.command;

/**
 * A command line that shows what a command is for.
 *
 * @param line as a person types it
 * @param purpose what it does in a few words; empty where that is plain
 */
public record Example(String line, String purpose) {}
