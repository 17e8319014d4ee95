package org.ianawatch.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.ianawatch.csv.CsvLine;

/** Which package may use what. A new arrow or library comes with a record in {@code docs/decisions/}. */
final class HouseRules {
    static final String ROOT = "org.ianawatch";

    /**
     * Each room, and the rooms that it may use beside its own sub-rooms. A room that is named here is meant without its
     * sub-rooms, and a sub-room uses the room around it only where that is named.
     */
    private static final Map<String, List<String>> ROOMS = Map.ofEntries(
            Map.entry("registry", List.of()),
            Map.entry("ports", List.of("registry", "report")),
            Map.entry("csv", List.of("registry")),
            Map.entry("xml", List.of("registry")),
            Map.entry("diff", List.of("registry")),
            Map.entry("report", List.of("registry", "diff", "diff.group")),
            Map.entry("fetch", List.of()),
            Map.entry("ports.host", List.of("ports", "registry")),
            Map.entry("store", List.of("registry", "csv", "diff")),
            Map.entry("store.home", List.of("registry")),
            Map.entry("store.jdbc", List.of("store.home")),
            Map.entry("store.h2", List.of("store.home", "store.jdbc")),
            Map.entry("store.query", List.of("store.home", "store.jdbc", "store.h2", "store")),
            Map.entry(
                    "store.backup",
                    List.of("registry", "csv", "diff", "store.home", "store.jdbc", "store.h2", "store")),
            Map.entry("answer", List.of("registry", "csv", "diff", "store.home", "store")),
            Map.entry("alert", List.of("registry", "diff", "report")),
            Map.entry("alert.channel", List.of("registry", "diff", "report", "fetch", "alert")),
            Map.entry("diff.group", List.of("registry", "diff", "xml")),
            Map.entry("config", List.of("registry", "diff", "report", "alert", "alert.channel")),
            Map.entry("sync", List.of("registry", "csv", "diff", "fetch", "store.home", "store", "answer", "alert")),
            Map.entry("watch", List.of("diff", "report", "store.home", "store", "answer", "alert", "sync")),
            Map.entry("cli.command", List.of("report")),
            Map.entry(
                    "cli.console",
                    List.of(
                            "cli.command",
                            "ports",
                            "registry",
                            "csv",
                            "diff",
                            "diff.group",
                            "report",
                            "fetch",
                            "store.home",
                            "store",
                            "store.backup",
                            "answer",
                            "config",
                            "sync")),
            Map.entry(
                    "cli.sql",
                    List.of("cli.command", "cli.console", "report", "store.home", "store", "store.query", "config")),
            Map.entry(
                    "cli.listening",
                    List.of(
                            "cli.command",
                            "cli.console",
                            "ports",
                            "registry",
                            "report",
                            "store.home",
                            "store",
                            "answer",
                            "ports.host")),
            Map.entry(
                    "cli.changes",
                    List.of(
                            "cli.command",
                            "cli.console",
                            "ports",
                            "registry",
                            "csv",
                            "diff",
                            "diff.group",
                            "xml",
                            "report",
                            "store.home",
                            "store",
                            "answer")),
            Map.entry(
                    "cli.port",
                    List.of(
                            "cli.command",
                            "cli.console",
                            "ports",
                            "registry",
                            "csv",
                            "diff",
                            "report",
                            "store.home",
                            "store",
                            "answer",
                            "ports.host")),
            Map.entry(
                    "cli.uses",
                    List.of(
                            "cli.command",
                            "cli.console",
                            "cli.port",
                            "ports",
                            "registry",
                            "csv",
                            "diff",
                            "report",
                            "store.home",
                            "store",
                            "answer",
                            "config")),
            Map.entry(
                    "cli.alerts",
                    List.of(
                            "cli.command",
                            "cli.console",
                            "registry",
                            "diff",
                            "report",
                            "fetch",
                            "store.home",
                            "store",
                            "alert",
                            "alert.channel",
                            "config",
                            "sync")),
            Map.entry("cli.config", List.of("cli.command", "cli.console", "cli.alerts", "report", "fetch", "config")),
            Map.entry(
                    "cli.sync",
                    List.of(
                            "cli.command",
                            "cli.console",
                            "cli.alerts",
                            "ports",
                            "registry",
                            "csv",
                            "diff",
                            "report",
                            "fetch",
                            "store.home",
                            "store",
                            "answer",
                            "config",
                            "sync",
                            "watch")),
            Map.entry(
                    "cli.store",
                    List.of(
                            "cli.command",
                            "cli.console",
                            "ports",
                            "registry",
                            "csv",
                            "report",
                            "store.home",
                            "store",
                            "store.backup",
                            "answer",
                            "alert",
                            "sync")),
            Map.entry("cli", List.of("registry", "report", "fetch")));

    /** Each room that has libraries to itself, and their packages. */
    private static final Map<String, List<String>> LIBRARIES = Map.of(
            "csv", List.of("org.apache.commons.csv.."),
            "xml", List.of("javax.xml.stream.."),
            "report", List.of("tools.jackson.."),
            "fetch", List.of("org.apache.hc..", "java.net.http..", "javax.net.ssl..", "org.jsoup.."),
            "alert.channel",
                    List.of(
                            "jakarta.mail..",
                            "org.eclipse.angus..",
                            "javax.crypto..",
                            "javax.xml.parsers..",
                            "javax.xml.transform..",
                            "org.w3c.dom..",
                            "org.xml.sax.."),
            "store", List.of("org.h2..", "org.flywaydb..", "java.sql..", "javax.sql.."),
            "config", List.of("org.tomlj.."),
            "watch", List.of("io.prometheus.."),
            "cli",
                    List.of(
                            "org.apache.commons.cli..",
                            "me.tongfei.progressbar..",
                            "org.jline..",
                            "com.sun.net.httpserver.."));

    /** A class counts with the class around it. */
    private static final SliceAssignment FILES = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            JavaClass outermost = type;
            while (outermost.getEnclosingClass().isPresent()) {
                outermost = outermost.getEnclosingClass().get();
            }
            return outermost.getPackageName().startsWith(ROOT + ".")
                    ? SliceIdentifier.of(outermost.getName())
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "files";
        }
    };

    private HouseRules() {}

    /** The names of all rooms. */
    static Set<String> rooms() {
        return ROOMS.keySet();
    }

    /** All rules by name. */
    static Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        ROOMS.forEach((room, others) -> rules.put("arrows of " + room, arrows(room, others)));
        LIBRARIES.forEach((room, packages) ->
                packages.forEach(library -> rules.put("room of " + library, library(room, library))));
        rules.put("known libraries", knownLibraries());
        rules.put("known rooms", knownRooms());
        rules.put("no cycles", noCycles());
        rules.put("no circles of files", noCirclesOfFiles());
        rules.put("streams of the process", streamsOfTheProcess());
        rules.put("end of the process", endOfTheProcess());
        rules.put("logging", logging());
        rules.put("time", time());
        rules.put("threads wait in one place", waiting());
        return rules;
    }

    private static ArchRule arrows(String room, List<String> others) {
        DescribedPredicate<JavaClass> allowed = resideInAnyPackage(packages(room, others));
        if (room.equals("report")) {
            allowed = allowed.or(DescribedPredicate.describe("CsvLine", used -> used.isEquivalentTo(CsvLine.class)));
        }
        return noClasses()
                .that()
                .resideInAnyPackage(exactly(room), exactly(room) + ".planted")
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..").and(not(allowed)))
                .as(room + " uses of the other rooms no more than " + others);
    }

    private static ArchRule library(String room, String library) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(room(room))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .as(library + " is known in " + room + " only");
    }

    private static ArchRule knownLibraries() {
        List<String> known = new ArrayList<>(List.of(ROOT + "..", "java..", "javax.sql..", "org.jspecify.."));
        LIBRARIES.values().forEach(known::addAll);
        return classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(known.toArray(String[]::new))
                        .or(DescribedPredicate.describe("primitive", JavaClass::isPrimitive))
                        .or(DescribedPredicate.describe("array", JavaClass::isArray)))
                .as("there are no other libraries");
    }

    private static ArchRule knownRooms() {
        return classes()
                .should()
                .resideInAnyPackage(
                        ROOMS.keySet().stream().map(HouseRules::exactly).toArray(String[]::new))
                .as("every class lives in a room, and rooms have only the sub-rooms that are named here");
    }

    private static ArchRule noCycles() {
        return slices().matching(ROOT + ".(**)").should().beFreeOfCycles();
    }

    private static ArchRule noCirclesOfFiles() {
        return slices().assignedFrom(FILES).should().beFreeOfCycles().as("no circle of files within a room");
    }

    private static ArchRule streamsOfTheProcess() {
        return noClasses()
                .that(not(named("cli.console.Console")))
                .should()
                .accessTargetWhere(target(System.class, "in", "out", "err", "getenv", "setOut", "setErr", "console"))
                .orShould()
                .accessTargetWhere(target(Throwable.class, "printStackTrace")
                        .and(DescribedPredicate.describe(
                                "no stream",
                                access -> access.getTarget() instanceof AccessTarget.MethodCallTarget call
                                        && call.getRawParameterTypes().isEmpty())))
                .as("only cli.console.Console knows the streams and the environment of the process");
    }

    private static ArchRule endOfTheProcess() {
        return noClasses()
                .that(not(named("cli.Main")))
                .should()
                .accessTargetWhere(target(System.class, "exit"))
                .orShould()
                .accessTargetWhere(target(Runtime.class, "exit", "halt"))
                .as("only cli.Main ends the process");
    }

    private static ArchRule logging() {
        return noClasses()
                .that(not(named("store.h2.Schema")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "java.lang.System$Logger..")
                .orShould()
                .accessTargetWhere(target(System.class, "getLogger"))
                .as("nothing logs; store.h2.Schema alone knows the loggers, to quieten one");
    }

    /** The exception is the note of who migrates a store, which nothing reads but people. */
    private static ArchRule time() {
        return noClasses()
                .that(not(named("cli.console.Console").or(named("store.Stores"))))
                .should()
                .accessTargetWhere(DescribedPredicate.describe("the time now", access -> isTimeNow(access.getTarget())))
                .as("time comes through a java.time.Clock");
    }

    private static ArchRule waiting() {
        return noClasses()
                .that(not(named("store.home.Patience")))
                .and()
                .resideOutsideOfPackage(room("fetch"))
                .should()
                .accessTargetWhere(target(Thread.class, "sleep"))
                .as("threads sleep nowhere but in store.home.Patience and between retries");
    }

    private static boolean isTimeNow(AccessTarget target) {
        String owner = target.getOwner().getName();
        String name = target.getName();
        return (owner.startsWith("java.time.") && (name.startsWith("system") || name.startsWith("tick")))
                || (owner.startsWith("java.time.")
                        && name.equals("now")
                        && target instanceof AccessTarget.MethodCallTarget call
                        && call.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class)))
                || (owner.equals("java.lang.System") && name.equals("currentTimeMillis"))
                || (owner.equals("java.util.Date") && name.equals("<init>"));
    }

    private static DescribedPredicate<JavaAccess<?>> target(Class<?> owner, String... names) {
        return DescribedPredicate.describe(
                owner.getSimpleName() + " " + String.join(", ", names),
                access -> access.getTargetOwner().isAssignableTo(owner)
                        && Stream.of(names).anyMatch(access.getTarget().getName()::equals));
    }

    private static DescribedPredicate<JavaClass> named(String name) {
        return nameMatching((ROOT + "." + name).replace(".", "\\.") + "(\\$.*)?")
                .forSubtype();
    }

    private static String[] packages(String room, List<String> others) {
        return Stream.concat(Stream.of(room(room)), others.stream().map(HouseRules::exactly))
                .toArray(String[]::new);
    }

    private static String exactly(String name) {
        return ROOT + "." + name;
    }

    private static String room(String name) {
        return ROOT + "." + name + "..";
    }
}
