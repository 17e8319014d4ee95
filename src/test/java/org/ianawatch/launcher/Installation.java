package org.ianawatch.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A copy of the launcher in a folder of its own, with scripts that stand where the launcher looks for java and Maven. Its
 * PATH leads to a handful of tools and nothing else. It runs from the project's folder, after the jar is packaged.
 */
final class Installation {
    /** Tells how it was called, passes standard input on, and ends as $STATUS says. */
    private static final String JAVA =
            """
            #!/bin/sh
            dump=''
            for word in "$@"; do
                case $word in
                -XX:DumpLoadedClassList=*) echo java/lang/Object >"${word#*=}" ;;
                -Xshare:dump) dump=yes ;;
                -XX:SharedArchiveFile=*) [ -z "$dump" ] || echo archive >"${word#*=}" ;;
                esac
            done
            [ -z "$dump" ] || [ -z "$BROKEN_ARCHIVE" ] || exit 1
            printf '%s\\n' "process $$" "$@"
            cat
            exit "${STATUS:-0}"
            """;

    /** Counts its runs in the file builds, and where there is a pipe named began says so and waits for one named go. */
    private static final String MAVEN =
            """
            #!/bin/sh
            echo "$@" >>builds
            cat >>builds
            echo "what Maven prints"
            if [ -p began ]; then
                echo >began
                read -r _ <go
            fi
            [ -z "$MAVEN_STATUS" ] || exit "$MAVEN_STATUS"
            mkdir -p target
            [ -f target/ianawatch.jar ] || echo jar >target/ianawatch.jar
            """;

    /**
     * Whoever runs the tests may ignore hangups, as {@code nohup} does, or interrupts, as a shell does for what it leaves in the
     * background; processes inherit that. Empty where env cannot take it back.
     */
    private static final List<String> WITH_ALL_SIGNALS = withAllSignals();

    private final Path directory;
    private final Path tools;
    private final Map<String, String> environment = new HashMap<>();

    private Installation(Path directory, Path tools) {
        this.directory = directory;
        this.tools = tools;
    }

    /** Not built yet, with a JDK of version 17.0.1 and a Maven. */
    static Installation in(Path folder) throws IOException {
        return in(folder, "a folder");
    }

    /** In a folder of that name. */
    static Installation in(Path folder, String name) throws IOException {
        Path directory = Files.createDirectories(folder.resolve(name).resolve("ianawatch"));
        Path tools = Files.createDirectories(folder.resolve("tools"));
        Files.createDirectories(directory.resolve("bin"));
        Files.copy(Path.of("bin/ianawatch"), directory.resolve("bin/ianawatch"));
        Files.writeString(directory.resolve("pom.xml"), "<project/>");
        for (String tool : List.of("cat", "find", "ln", "mkdir", "mv", "readlink", "rm", "sleep")) {
            script(tools.resolve(tool), "#!/bin/sh\nexec " + find(tool) + " \"$@\"\n");
        }
        script(tools.resolve("mvn"), MAVEN);
        return new Installation(directory, tools).withJdk("17.0.1");
    }

    private static List<String> withAllSignals() {
        try {
            List<String> command = List.of(
                    find("env").toString(),
                    "--default-signal=HUP,INT,TERM",
                    find("true").toString());
            return new ProcessBuilder(command).start().waitFor() == 0 ? command.subList(0, 2) : List.of();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Path find(String tool) throws IOException {
        for (String entry : System.getenv("PATH").split(":", -1)) {
            Path candidate = Path.of(entry, tool);
            if (Files.isExecutable(candidate)) {
                return candidate;
            }
        }
        throw new IOException("no " + tool + " on PATH, and the launcher needs one");
    }

    static void script(Path path, String text) throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Sets JAVA_HOME to a stand-in that calls itself by that version. */
    Installation withJdk(String version) throws IOException {
        Path home = directory.resolveSibling("a JDK " + version);
        script(home.resolve("bin/java"), JAVA);
        script(home.resolve("bin/javac"), "#!/bin/sh\n");
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\nOS_NAME=\"Linux\"\n");
        return with("JAVA_HOME", home.toString());
    }

    /** Builds nothing: takes the jar, libraries and samples of this very build, and the JDK that runs the tests. */
    Installation withTheRealProgram() throws IOException {
        Files.createDirectories(target());
        copyFiles(Path.of("snapshots/samples"), directory.resolve("snapshots/samples"));
        copyFiles(Path.of("target/lib"), target().resolve("lib"));
        Files.copy(Path.of("target/ianawatch.jar"), target().resolve("ianawatch.jar"));
        return with("JAVA_HOME", System.getProperty("java.home"));
    }

    private static void copyFiles(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.newDirectoryStream(from)) {
            for (Path file : files) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    Installation with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Installation without(String tool) throws IOException {
        Files.delete(tools.resolve(tool));
        return this;
    }

    Path directory() {
        return directory;
    }

    Path tools() {
        return tools;
    }

    Path target() {
        return directory.resolve("target");
    }

    Path launcher() {
        return directory.resolve("bin/ianawatch");
    }

    /** One line for each run of Maven: the arguments, after which comes what it found on standard input. */
    List<String> builds() throws IOException {
        Path builds = directory.resolve("builds");
        return Files.exists(builds) ? Files.readAllLines(builds) : List.of();
    }

    Outcome run(String... arguments) throws IOException, InterruptedException {
        return end(start(launcher(), arguments), "");
    }

    Process start(Path launcher, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(WITH_ALL_SIGNALS);
        command.add(launcher.toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(tools.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Both outputs are a few lines, which the pipes hold, so they are read one after the other. */
    static Outcome end(Process process, String input) throws IOException, InterruptedException {
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(UTF_8));
        }
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        String errors = new String(process.getErrorStream().readAllBytes(), UTF_8);
        return new Outcome(process.waitFor(), output, errors);
    }
}
