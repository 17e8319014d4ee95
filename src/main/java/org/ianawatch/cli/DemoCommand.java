package org.ianawatch.cli;

import picocli.CommandLine.Command;

/** placeholder. */
@Command(name = "demo", description = "x")
final class DemoCommand implements Runnable {
    DemoCommand(Console console) {}

    @Override
    public void run() {}
}
