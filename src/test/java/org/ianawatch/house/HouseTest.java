package org.ianawatch.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class HouseTest {
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(HouseRules.ROOT);
    private static final JavaClasses PLANTED = new ClassFileImporter()
            .withImportOption(location -> location.contains("/planted/"))
            .importPackages(HouseRules.ROOT);

    @TestFactory
    Stream<DynamicTest> theProgramKeepsTheRule() {
        return HouseRules.all().entrySet().stream()
                .map(rule ->
                        dynamicTest(rule.getKey(), () -> assertEquals(List.of(), details(rule.getKey(), PROGRAM))));
    }

    @TestFactory
    Stream<DynamicTest> theRuleCatchesWhatIsPlanted() {
        return HouseRules.all().keySet().stream()
                .map(rule -> dynamicTest(
                        rule, () -> assertFalse(details(rule, PLANTED).isEmpty())));
    }

    @Test
    void aRuleOfArrowsCatchesWhatIsPlantedInItsOwnRoomOnly() {
        for (String room : HouseRules.rooms()) {
            List<String> details = details("arrows of " + room, PLANTED);
            assertTrue(caught(details, room + ".planted.ForbiddenArrow"), room);
            assertTrue(details.stream().allMatch(detail -> detail.contains(room + ".planted.")), details.toString());
        }
    }

    @Test
    void everyForbiddenCallIsCaught() {
        assertCaught("streams of the process", "System.out", "System.err", "System.in", "getenv", "printStackTrace");
        assertCaught("end of the process", "System.exit", "Runtime.halt");
        assertCaught("logging", "java.util.logging.Logger", "System.getLogger");
        assertCaught("time", "Instant.now", "LocalDate.now", "Clock.systemUTC", "currentTimeMillis", "Date.<init>");
        assertCaught("threads wait in one place", "Thread.sleep");
        assertCaught("known libraries", "org.junit.jupiter.api.function.Executable");
        assertCaught("known rooms", "org.ianawatch.planted.Homeless", "org.ianawatch.cli.sql.planted.ForbiddenArrow");
    }

    @Test
    void everyRoomIsNullMarked() {
        List<String> unmarked = PROGRAM.getPackage(HouseRules.ROOT).getSubpackagesInTree().stream()
                .filter(room -> !room.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .toList();
        assertEquals(List.of(), unmarked);
    }

    @Test
    void aCircleOfFilesIsCaughtByWayOfANestedClassToo() {
        assertCaught("no circles of files", "registry.planted.Half", "registry.planted.OtherHalf");
    }

    private static void assertCaught(String rule, String... fragments) {
        List<String> details = details(rule, PLANTED);
        for (String fragment : fragments) {
            assertTrue(caught(details, fragment), fragment + " in " + details);
        }
    }

    private static boolean caught(List<String> details, String fragment) {
        return details.stream().anyMatch(detail -> detail.contains(fragment));
    }

    private static List<String> details(String rule, JavaClasses classes) {
        EvaluationResult result = HouseRules.all().get(rule).evaluate(classes);
        return result.getFailureReport().getDetails();
    }
}
