package org.ianawatch.cli.changes;

import org.ianawatch.cli.console.UnreadableFileException;
import org.ianawatch.cli.console.UsageException;
import org.ianawatch.diff.ChangeSet;
import org.ianawatch.diff.RegistryDiffer;
import org.ianawatch.diff.group.ColumnTitles;
import org.ianawatch.diff.group.GroupChanges;
import org.ianawatch.diff.group.GroupDiffer;
import org.ianawatch.diff.group.GroupEdition;
import org.ianawatch.registry.Edition;
import org.ianawatch.registry.Registry;
import org.ianawatch.registry.Sha256;
import org.ianawatch.xml.Group;
import org.ianawatch.xml.GroupFile;
import org.ianawatch.xml.GroupReader;
import org.ianawatch.xml.MalformedGroupException;
import org.ianawatch.xml.RegistryTable;

/** Two files of a group, as the sides of a diff. */
final class GroupSides {
    private final GroupEdition from;
    private final GroupEdition to;

    /**
     * Reads both.
     *
     * @throws UnreadableFileException when one of them is no file of a group
     * @throws UsageException when they are of different groups
     */
    GroupSides(String from, byte[] older, String to, byte[] newer) throws UnreadableFileException {
        this.from = edition(from, older);
        this.to = edition(to, newer);
        String group = this.to.group().id();
        if (!this.from.group().id().equals(group)) {
            throw new UsageException("'" + from + "' is of the group "
                    + this.from.group().id() + ", and '" + to + "' of " + group + ": name two files of one group");
        }
    }

    /** What differs in all of the group. */
    GroupChanges diff(ColumnTitles titles) {
        return GroupDiffer.diff(from, to, titles);
    }

    /** What differs in one registry of it. */
    ChangeSet diff(Registry.Id registry, ColumnTitles titles) {
        return RegistryDiffer.diff(registry, edition(from, registry, titles), edition(to, registry, titles));
    }

    private static Edition edition(GroupEdition edition, Registry.Id registry, ColumnTitles titles) {
        for (RegistryTable table : edition.group().registries()) {
            if (table.id().equals(registry)) {
                return edition.of(table, titles);
            }
        }
        throw new UsageException("'" + edition.label() + "' has no registry " + registry + "; it has "
                + String.join(
                        ", ",
                        edition.group().registries().stream()
                                .map(table -> table.id().toString())
                                .toList()));
    }

    private static GroupEdition edition(String name, byte[] bytes) throws UnreadableFileException {
        try {
            GroupFile file = GroupReader.read(bytes);
            if (file instanceof Group group) {
                return new GroupEdition(name, Sha256.of(bytes), group);
            }
            throw new UsageException(
                    "'" + name + "' says only that the group " + file.id() + " moved: name another one");
        } catch (MalformedGroupException malformed) {
            throw new UnreadableFileException(
                    name + " cannot be read as a group: " + malformed.getMessage(), malformed);
        }
    }
}
