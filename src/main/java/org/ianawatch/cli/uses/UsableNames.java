package org.ianawatch.cli.uses;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ianawatch.cli.command.NearNames;
import org.ianawatch.ports.ServiceName;
import org.ianawatch.registry.Subject;
import org.ianawatch.registry.Use;
import org.ianawatch.store.Store;

/** The service names of which a use can be: those that RFC 6335 allows, and the older ones of the registry. */
final class UsableNames {
    private static final String TRANSPORT = "(tcp|udp|sctp|dccp)";
    private static final String PORTS = "(\\d{1,5}(?:-\\d{1,5})?)";
    private static final Pattern TRANSPORT_FIRST =
            Pattern.compile(TRANSPORT + "[/:.]" + PORTS, Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER_DIVIDER = Pattern.compile(PORTS + "[:.]" + TRANSPORT, Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS_FIRST = Pattern.compile(".*:" + PORTS);

    private final Set<String> known = new HashSet<>();
    private final Store store;

    /** Those of all snapshots of a store. */
    UsableNames(Store store) {
        this.store = store;
        store.names().forEach(name -> known.add(name.toLowerCase(Locale.ROOT)));
    }

    /** Whether the registry has a service of that name, whatever the case. */
    boolean has(String name) {
        return known.contains(name.toLowerCase(Locale.ROOT));
    }

    /**
     * Reads a use as {@link Use#parse} does, and an older name of the registry, which may have a slash or blanks in it.
     *
     * @throws IllegalArgumentException when it is neither of ports, nor of a possible name, nor there already, with what
     *     was meant
     */
    Use parse(String text) {
        Subject subject = Subject.of(text);
        if (has(text)) {
            return new Use(null, text, null);
        }
        if (subject.transport() != null && has(subject.what())) {
            return new Use(null, subject.what(), subject.transport());
        }
        Use use = Use.parse(text);
        String name = use.service();
        if (name == null
                || ServiceName.isAllowed(name)
                || store.uses().find(use).isPresent()) {
            return use;
        }
        throw new IllegalArgumentException("'" + use + "' is no service name: " + meant(name));
    }

    private String meant(String name) {
        Matcher transportFirst = TRANSPORT_FIRST.matcher(name);
        if (transportFirst.matches()) {
            return "write " + transportFirst.group(2) + "/" + transportFirst.group(1);
        }
        Matcher otherDivider = OTHER_DIVIDER.matcher(name);
        if (otherDivider.matches()) {
            return "write " + otherDivider.group(1) + "/" + otherDivider.group(2);
        }
        Matcher addressFirst = ADDRESS_FIRST.matcher(name);
        if (addressFirst.matches()) {
            return "write " + addressFirst.group(1) + ", without an address";
        }
        List<String> near = NearNames.of(name, known);
        return "a name has " + ServiceName.RULE + " (RFC 6335 section 5.1), unless the registry has an older one; "
                + (near.isEmpty() ? "write 278, 272-279/tcp, ssh or ntp/udp" : "did you mean " + near.get(0) + "?");
    }
}
