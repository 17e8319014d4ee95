package org.ianawatch.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ianawatch.alert.Rule;
import org.ianawatch.alert.channel.ChannelSettings;
import org.jspecify.annotations.Nullable;

/**
 * What is in force. Immutable; {@code toString} shows no secret.
 *
 * @param file where it stands, or null where there is no file
 * @param site what this installation is called in messages, or null
 * @param source where the registry is read
 * @param rules who is told what, in the file's order
 * @param channels how people are told, by name, in the file's order
 * @param operators who is told of failures of the job itself
 * @param settings every key with its value, for people
 */
public record Configuration(
        @Nullable Path file,
        @Nullable String site,
        SourceSettings source,
        List<Rule> rules,
        Map<String, ChannelSettings> channels,
        Operators operators,
        List<Setting> settings) {}
