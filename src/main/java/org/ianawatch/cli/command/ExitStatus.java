package org.ianawatch.cli.command;

/**
 * A way in which a command ends.
 *
 * @param code what the shell gets
 * @param meaning when that is so, in a few words
 */
public record ExitStatus(int code, String meaning) {}
