package org.ianawatch.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The program itself, for its help and its version. */
@Command(
        name = "ianawatch",
        mixinStandardHelpOptions = true,
        versionProvider = RootCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Keeps every version of IANA's registry of service names and port numbers, and says what changed.",
            "Not affiliated with IANA."
        },
        footer = {
            "",
            "Exit codes: 0 done; 1 differences (only with --exit-code); 2 usage; 3 the source could not be read;",
            "4 quarantined; 5 another run holds the store; 6 alerts are pending; 70 a defect of the program or of",
            "the store.",
            "",
            "Examples:",
            "  ianawatch demo                     see it work, without a network",
            "  ianawatch sync                     check now, store and say what changed",
            "  ianawatch diff --port 272-279      what the newest snapshot did to these ports",
            "  ianawatch port 278                 what a port is, was, and has beside it",
            "  ianawatch listening                who squats on this machine",
            "  ianawatch search ssh               the registrations that have this name, or this word"
        })
final class RootCommand {
    /** The version that the build wrote into the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"ianawatch " + number()};
        }

        static String number() {
            String version = RootCommand.class.getPackage().getImplementationVersion();
            return version == null ? "development" : version;
        }
    }
}
