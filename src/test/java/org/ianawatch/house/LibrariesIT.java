package org.ianawatch.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ianawatch.registry.Sha256;
import org.ianawatch.report.JsonReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The bill of materials and THIRD-PARTY.md name what is handed out, and nothing else. */
class LibrariesIT {
    private static final Path BILL = Path.of("target/ianawatch.cdx.json");
    private static final Path JAR = Path.of("target/ianawatch.jar");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\S+:\\S+) \\| (.+) \\|$");

    private static Map<?, ?> bill;

    @BeforeAll
    static void read() throws IOException {
        assumeTrue(Files.exists(BILL), "there is no bill of materials: it was built with -Dsbom=none");
        bill = map(JsonReader.read(Files.readString(BILL)));
    }

    @Test
    void theBillHasEveryLibraryOfTheJarWithItsHash() throws IOException {
        Set<String> billed = components()
                .map(component -> component.get("name") + "-" + component.get("version") + ".jar " + hash(component))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> used = new TreeSet<>();
        try (JarFile jar = new JarFile(JAR.toFile())) {
            for (String library :
                    jar.getManifest().getMainAttributes().getValue("Class-Path").split(" ", -1)) {
                Path file = JAR.resolveSibling(library);
                used.add(file.getFileName() + " "
                        + Sha256.of(Files.readAllBytes(file)).digits());
            }
        }
        assertEquals(used, billed);
    }

    @Test
    void thirdPartyHasEveryLibraryWithItsLicences() throws IOException {
        Map<String, String> billed = new TreeMap<>();
        components()
                .forEach(component ->
                        billed.put(component.get("group") + ":" + component.get("name"), licences(component)));
        Map<String, String> written = new TreeMap<>();
        ROW.matcher(Files.readString(Path.of("THIRD-PARTY.md")))
                .results()
                .forEach(row -> written.put(row.group(1), row.group(2)));
        assertEquals(billed, written);
    }

    @Test
    void theProgramsOwnLicenceIsTheFilesOwn() throws IOException {
        Map<?, ?> program = map(map(bill.get("metadata")).get("component"));
        assertEquals("Apache-2.0", licences(program));
        assertTrue(Files.readString(Path.of("LICENSE")).stripLeading().startsWith("Apache License\n"));
    }

    @Test
    void theBillIsTheSameForTheSameSources() {
        assertFalse(map(bill.get("metadata")).containsKey("timestamp"));
    }

    private static Stream<Map<?, ?>> components() {
        return list(bill.get("components")).map(LibrariesIT::map);
    }

    private static String hash(Map<?, ?> component) {
        return list(component.get("hashes"))
                .map(LibrariesIT::map)
                .filter(hash -> "SHA-256".equals(hash.get("alg")))
                .map(hash -> String.valueOf(hash.get("content")))
                .collect(Collectors.joining());
    }

    private static String licences(Map<?, ?> component) {
        return list(component.get("licenses"))
                .map(licence -> map(map(licence).get("license")))
                .map(licence -> String.valueOf(licence.containsKey("id") ? licence.get("id") : licence.get("name")))
                .map(licence -> spdx(licence, String.valueOf(component.get("group"))))
                .collect(Collectors.joining(" or "));
    }

    /** JLine calls its licence "The BSD License" and gives the address of the one with three clauses. */
    private static String spdx(String licence, String group) {
        return group.equals("org.jline")
                ? licence.replace("BSD-4-Clause", "BSD-3-Clause")
                : licence.replace("EPL 1.0", "EPL-1.0");
    }

    private static Map<?, ?> map(Object value) {
        return (Map<?, ?>) value;
    }

    private static Stream<?> list(Object value) {
        return ((List<?>) value).stream();
    }
}
