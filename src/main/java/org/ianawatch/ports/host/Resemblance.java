package org.ianawatch.ports.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Whether the name of a process resembles that of a service: {@code sshd} and {@code ssh}, {@code postgres} and {@code
 * postgresql}; and those of {@code processes.txt}, whose names say nothing. A guess, and said as one.
 */
final class Resemblance {
    private static final String ANY = "*";
    /** Programs cut names after 9 (lsof) or 15 characters (the Linux kernel). */
    private static final int SHORTEST_CUT = 9;

    private static final int SHORTEST_BEGINNING = 3;
    private static final int SHORTEST_PART = 5;

    private final Map<String, List<String>> known = new HashMap<>();

    Resemblance() {
        try (InputStream file = Objects.requireNonNull(Resemblance.class.getResourceAsStream("processes.txt"));
                BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isEmpty() && !line.startsWith("#")) {
                    List<String> words = List.of(line.split(" ", -1));
                    known.put(words.get(0), words.subList(1, words.size()));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether the process is known to run whatever it is given, so that its name tells nothing. */
    boolean isRuntime(String process) {
        return services(program(process)).contains(ANY);
    }

    /** Whether the process is likely to serve any of the services. */
    boolean isAny(String process, Collection<String> services) {
        String program = program(process);
        List<String> ofProgram = services(program);
        return services.stream().anyMatch(service -> ofProgram.contains(service) || areAlike(program, service));
    }

    /** {@code nginx: master process}, {@code /usr/sbin/nginx} and {@code nginx.exe} are {@code nginx}. */
    private static String program(String process) {
        String name = process.replaceFirst("(?<=.):? .*$|:$", "");
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return name.toLowerCase(Locale.ROOT).replaceFirst("\\.exe$", "").replaceFirst("(?<=[a-z])[0-9.]+$", "");
    }

    private List<String> services(String program) {
        List<String> exact = known.get(program);
        if (exact != null || program.length() < SHORTEST_CUT) {
            return exact == null ? List.of() : exact;
        }
        return known.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(program))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(List.of());
    }

    private static boolean areAlike(String program, String service) {
        String one = plain(program);
        String other = plain(service);
        String shorter = one.length() < other.length() ? one : other;
        String longer = one.length() < other.length() ? other : one;
        return (shorter.length() >= SHORTEST_BEGINNING && longer.startsWith(shorter))
                || (shorter.length() >= SHORTEST_PART && longer.contains(shorter))
                || (!shorter.isEmpty() && shorter.equals(longer));
    }

    private static String plain(String name) {
        String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return letters.replaceFirst("(?<=...)(?:server|daemon|d)$", "");
    }
}
