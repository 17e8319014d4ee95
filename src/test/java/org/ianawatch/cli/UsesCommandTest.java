package org.ianawatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that the registry has from before RFC 6335, and commands that fail in their midst. */
class UsesCommandTest {
    private static final String HEADER = "Service Name,Port Number,Transport Protocol,Description,Assignee,Contact,"
            + "Registration Date,Modification Date,Reference,Service Code,Unauthorized Use Reported,Assignment Notes\n";

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void make() throws Exception {
        StringBuilder registry = new StringBuilder(HEADER);
        for (String name : new String[] {"914c/g", "Lieb_A", "Remote Desktop (Net)", "whois++", "ssh"}) {
            registry.append(name).append(",,tcp,").append(name).append(",,,,,,,,\n");
        }
        Path file = Files.writeString(folder.resolve("2026-11-01.csv"), registry);
        shell = new Shell(folder.resolve("home"));
        assertEquals(new Shell.Ended(0, "", ""), shell.run("import", "--quiet", file.toString()));
    }

    @Test
    void everyNameOfTheRegistryIsTakenListedAndRemoved() {
        String[] uses = {"914C/G", "914c/g/tcp", "lieb_a/TCP", "Remote Desktop (Net)", "WHOIS++"};
        for (String use : uses) {
            assertEquals(
                    new Shell.Ended(0, "Added " + use.toLowerCase(Locale.ROOT) + " for old.\n", ""),
                    shell.run("uses", "add", use, "--note", "old"));
        }
        String list = shell.run("uses", "list", "--format", "csv").out();
        byte[] bytes = list.getBytes(StandardCharsets.UTF_8);
        assertEquals(
                "Added 0 uses; 5 were there already.\n",
                shell.run(bytes, "uses", "add", "--file", "-").out());
        for (String use : uses) {
            assertEquals(0, shell.run("uses", "remove", use).exitCode(), use);
        }
    }

    @Test
    void aWordThatIsNoUseLeavesAllOthersOut() {
        assertEquals(
                new Shell.Ended(2, "", "ianawatch: 'tcp/80' is no service name: write 80/tcp\n"),
                shell.run("uses", "add", "22", "ssh", "tcp/80", "--note", "lab"));
        assertEquals(
                new Shell.Ended(2, "", "ianawatch: the note of 22 must be one line without tabs\n"),
                shell.run("uses", "add", "22", "443", "--note", "a\tb"));
        assertEquals(
                "No uses: 'ianawatch uses add' takes the first.\n",
                shell.run("uses", "list").out());
    }
}
