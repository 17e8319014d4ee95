package org.ianawatch.cli.alerts;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ianawatch.alert.Channel;
import org.ianawatch.alert.Outcome;
import org.ianawatch.alert.channel.AtomChannel;
import org.ianawatch.alert.channel.AtomSettings;
import org.ianawatch.alert.channel.CommandChannel;
import org.ianawatch.alert.channel.CommandSettings;
import org.ianawatch.alert.channel.DiscordChannel;
import org.ianawatch.alert.channel.DiscordSettings;
import org.ianawatch.alert.channel.EmailChannel;
import org.ianawatch.alert.channel.EmailSettings;
import org.ianawatch.alert.channel.NtfyChannel;
import org.ianawatch.alert.channel.NtfySettings;
import org.ianawatch.alert.channel.Secret;
import org.ianawatch.alert.channel.SlackChannel;
import org.ianawatch.alert.channel.SlackSettings;
import org.ianawatch.alert.channel.TeamsChannel;
import org.ianawatch.alert.channel.TeamsSettings;
import org.ianawatch.alert.channel.WebhookChannel;
import org.ianawatch.alert.channel.WebhookSettings;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.OutputFile;
import org.ianawatch.config.ChannelSettings;
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
    private final WebClient client;
    private final Console console;
    private final UserAgent userAgent;
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
        this.client = client;
        this.console = console;
        this.userAgent = userAgent;
    }

    /** The channel of that name, where the configuration has one. One with settings that cannot be used refuses all. */
    Optional<Channel> find(String name) {
        ChannelSettings found = settings.get(name);
        if (found == null) {
            return Optional.empty();
        }
        try {
            Channel channel = channel(found);
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
                channel(found);
            } catch (IllegalArgumentException wrong) {
                reasons.add(unusable(name, wrong));
            }
        });
        return reasons;
    }

    private static String unusable(String name, IllegalArgumentException wrong) {
        return "channel '" + name + "' cannot be used: " + wrong.getMessage();
    }

    private Channel channel(ChannelSettings found) {
        if (found instanceof ChannelSettings.Smtp smtp) {
            var way = new EmailSettings.Smtp(
                    smtp.host(), smtp.port(), security(smtp), smtp.user(), revealed(smtp.password()), smtp.helo());
            return new EmailChannel(new EmailSettings(smtp.from(), smtp.to(), way, smtp.timeout()));
        }
        if (found instanceof ChannelSettings.Sendmail mail) {
            var way = new EmailSettings.Sendmail(mail.program());
            return new EmailChannel(new EmailSettings(mail.from(), mail.to(), way, mail.timeout()));
        }
        if (found instanceof ChannelSettings.Command command) {
            var input = command.input() == ChannelSettings.Input.JSON
                    ? CommandSettings.Input.JSON
                    : CommandSettings.Input.TEXT;
            return new CommandChannel(new CommandSettings(command.words(), input, command.timeout()));
        }
        if (found instanceof ChannelSettings.Atom atom) {
            return new AtomChannel(
                    new AtomSettings(atom.file(), atom.url(), atom.entries()),
                    reason -> sayOnce(OutputFile.inPlace(atom.file(), reason)));
        }
        return web(found, new Post(client, CONNECT, TOTAL, console.clock(), userAgent));
    }

    private Channel web(ChannelSettings found, Post post) {
        if (found instanceof ChannelSettings.Slack slack) {
            return new SlackChannel(new SlackSettings(address(slack.url())), post);
        }
        if (found instanceof ChannelSettings.Teams teams) {
            return new TeamsChannel(new TeamsSettings(address(teams.url())), post);
        }
        if (found instanceof ChannelSettings.Discord discord) {
            return new DiscordChannel(new DiscordSettings(address(discord.url())), post);
        }
        if (found instanceof ChannelSettings.Ntfy ntfy) {
            var topic = new NtfySettings(ntfy.url(), ntfy.topic().reveal(), revealed(ntfy.token()));
            return new NtfyChannel(topic, post);
        }
        var webhook = (ChannelSettings.Webhook) found;
        var keys = webhook.secrets().stream().map(Secret::reveal).toList();
        return new WebhookChannel(
                new WebhookSettings(address(webhook.url()), keys, revealed(webhook.authorization())),
                post,
                console.clock());
    }

    private void sayOnce(String message) {
        if (said.add(message)) {
            console.say(message);
        }
    }

    private static EmailSettings.Security security(ChannelSettings.Smtp smtp) {
        return switch (smtp.security()) {
            case STARTTLS -> EmailSettings.Security.STARTTLS;
            case TLS -> EmailSettings.Security.TLS;
            case NONE -> EmailSettings.Security.NONE;
        };
    }

    private static URI address(Secret url) {
        return URI.create(url.reveal());
    }

    private static @Nullable String revealed(@Nullable Secret secret) {
        return secret == null ? null : secret.reveal();
    }
}
