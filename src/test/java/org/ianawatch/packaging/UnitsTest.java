package org.ianawatch.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** systemd understands the units, and they are shut in as far as the README says. */
class UnitsTest {
    private static final String ANALYZE = "systemd-analyze";
    /** Tenths, of 100. */
    private static final String EXPOSURE = "11";

    @TempDir
    private Path folder;

    @BeforeEach
    void install() throws IOException {
        Units.installHere(folder);
    }

    /** Unknown settings and values are warnings only, and end with 0. */
    @ParameterizedTest
    @ValueSource(strings = {Units.SYNC, Units.WATCH, Units.TIMER})
    void systemdHasNothingToSay(String unit) throws Exception {
        Tool.assumeInstalled(ANALYZE);

        assertEquals(new Tool(0, ""), verify(unit));
    }

    @Test
    void aMisspeltSettingIsSeen() throws Exception {
        Tool.assumeInstalled(ANALYZE);
        replace(Units.SYNC, "ProtectHome=", "ProtectHouse=");

        assertTrue(verify(Units.SYNC).output().contains("ProtectHouse"));
    }

    @ParameterizedTest
    @ValueSource(strings = {Units.SYNC, Units.WATCH})
    void noServiceIsMoreExposedThanItWas(String unit) throws Exception {
        Tool.assumeInstalled(ANALYZE);

        Tool exposure = exposure(unit);

        assertEquals(0, exposure.exitCode(), exposure::output);
        replace(unit, "PrivateDevices=yes", "PrivateDevices=no");
        assertNotEquals(0, exposure(unit).exitCode(), "the limit is higher than need be");
    }

    @Test
    void bothServicesAreShutInAlike() throws IOException {
        assertEquals(cage(Units.SYNC), cage(Units.WATCH));
    }

    @Test
    void pendingAlertsAreNoFailureAndAnythingElseIs() throws IOException {
        assertEquals(List.of("6"), Units.values(Units.SYNC, "SuccessExitStatus"));
        String readme = Files.readString(Path.of("README.md"));
        assertTrue(readme.lines().anyMatch(line -> line.startsWith("| 6 |") && line.contains("alerts are pending")));
        assertEquals(List.of(), Units.values(Units.WATCH, "SuccessExitStatus"));
    }

    @Test
    void theTimerIsTheCrontabsTime() throws IOException {
        assertEquals(List.of("*-*-* 00/6:17:00"), Units.values(Units.TIMER, "OnCalendar"));
        List<String> crontab = Files.readAllLines(Path.of("packaging/ianawatch.crontab"));
        assertEquals(
                List.of("17", "*/6", "*", "*", "*", "/opt/ianawatch/bin/ianawatch", "sync", "--quiet"),
                List.of(crontab.get(crontab.size() - 1).split(" ", -1)));
    }

    /** What follows the commands. */
    private static List<String> cage(String unit) throws IOException {
        List<String> lines = Units.lines(unit);
        return lines.subList(lines.indexOf("DynamicUser=yes"), lines.size()).stream()
                .filter(line -> line.matches("[A-Z].*"))
                .filter(line -> !line.startsWith("WantedBy="))
                .toList();
    }

    private Tool verify(String unit) throws IOException, InterruptedException {
        return Tool.run(ANALYZE, "verify", folder.resolve(unit).toString());
    }

    private Tool exposure(String unit) throws IOException, InterruptedException {
        return Tool.run(
                ANALYZE,
                "security",
                "--no-pager",
                "--offline=yes",
                "--threshold=" + EXPOSURE,
                folder.resolve(unit).toString());
    }

    private void replace(String unit, String what, String by) throws IOException {
        Path file = folder.resolve(unit);
        String text = Files.readString(file);
        assertTrue(text.contains(what), what);
        Files.writeString(file, text.replace(what, by));
    }
}
