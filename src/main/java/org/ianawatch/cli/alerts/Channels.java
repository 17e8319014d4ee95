package org.ianawatch.cli.alerts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ianawatch.alert.Channel;
import org.ianawatch.alert.Outcome;
import org.ianawatch.alert.channel.ChannelSettings;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.OutputFile;
import org.ianawatch.fetch.Post;
import org.ianawatch.fetch.UserAgent;
import org.ianawatch.fetch.WebClient;
import org.jspecify.annotations.Nullable;

/** Makes the channels of a configuration, each when it is asked for. */
public final class Channels {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration TOTAL = Duration.ofSeconds(30);

    private final Map<String, ChannelSettings> settings;
    private final @Nullable String site;
    private final Console console;
    private final ChannelSettings.Context context;
    private final Set<String> said = new HashSet<>();

    /** What the channels carry names the site, where there is one. */
    public Channels(
            Map<String, ChannelSettings> settings,
            @Nullable String site,
            WebClient client,
            Console console,
            UserAgent userAgent) {
        this.settings = settings;
        this.site = site;
        this.console = console;
        this.context = new ChannelSettings.Context(
                new Post(client, CONNECT, TOTAL, console.clock(), userAgent),
                console.clock(),
                (file, reason) -> sayOnce(OutputFile.inPlace(file, reason)));
    }

    /** The channel of that name, where the configuration has one. One with settings that cannot be used refuses all. */
    Optional<Channel> find(String name) {
        ChannelSettings found = settings.get(name);
        if (found == null) {
            return Optional.empty();
        }
        try {
            Channel channel = found.open(context);
            return Optional.of(message -> channel.deliver(message.of(site)));
        } catch (IllegalArgumentException wrong) {
            String reason = unusable(name, wrong);
            return Optional.of(message -> new Outcome.Refused(reason + "; correct the configuration"));
        }
    }

    /** Why channels cannot be used, as a delivery would say it; nothing is sent. */
    public List<String> unusable() {
        List<String> reasons = new ArrayList<>();
        settings.forEach((name, found) -> {
            try {
                found.open(context);
            } catch (IllegalArgumentException wrong) {
                reasons.add(unusable(name, wrong));
            }
        });
        return reasons;
    }

    private static String unusable(String name, IllegalArgumentException wrong) {
        return "channel '" + name + "' cannot be used: " + wrong.getMessage();
    }

    private void sayOnce(String message) {
        if (said.add(message)) {
            console.say(message);
        }
    }
}
