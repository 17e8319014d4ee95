package org.ianawatch.receivers;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ianawatch.cli.Main;

/**
 * A folder with a configuration that tells every kind of channel of everything, the real receivers of all of them, and the
 * program as a process of its own.
 */
public final class EveryChannel implements AutoCloseable {
    /** Every secret has this in it. */
    public static final String MARK = "hush9f3c";

    /** What the webhook's receiver knows, the newer key first. */
    public static final List<String> KEYS =
            List.of("whsec_aHVzaDlmM2MtdGhlLWtleS1mcm9tLW5vdy1vbg==", "whsec_aHVzaDlmM2MtdGhlLWtleS1iZWZvcmUtaXQtLS0=");

    private static final String CONFIGURATION =
            """
            [source]
            contact = "network@example.org"

            [site]
            name = "lab-east"

            [[rules]]
            name = "all"
            channels = ["mail", "local", "slack", "teams", "discord", "ntfy", "webhook", "command", "atom"]

            [channels.mail]
            type = "email"
            from = "ianawatch <ianawatch@example.org>"
            to = ["Network <network@example.org>", "security@example.org"]
            host = "127.0.0.1"
            port = %d
            user = "user"
            password_file = "password"
            timeout_seconds = 60

            [channels.local]
            type = "email"
            from = "ianawatch@example.org"
            to = ["network@example.org", "Security <security@example.org>"]
            sendmail = "%s"

            [channels.slack]
            type = "slack"
            url = "${SLACK_URL}"

            [channels.teams]
            type = "teams"
            url_file = "teams-url"

            [channels.discord]
            type = "discord"
            url = "${RECEIVER}/discord/${DISCORD_TOKEN}"

            [channels.ntfy]
            type = "ntfy"
            url = "${RECEIVER}/ntfy"
            topic_file = "topic"
            token = "${NTFY_TOKEN}"

            [channels.webhook]
            type = "webhook"
            url = "${RECEIVER}/webhook/hush9f3c-hook?team=network"
            secret = "${WEBHOOK_KEY}"
            old_secret_file = "old-key"
            authorization = "Bearer ${WEBHOOK_TOKEN}"

            [channels.command]
            type = "command"
            command = ["%s", "--registry", "two words", "$(id)"]

            [channels.atom]
            type = "atom"
            file = "ports.atom"
            url = "https://www.example.org/ports.atom"
            entries = 5
            """;

    private final Path folder;
    private final Certificate certificate;
    private final GreenMail greenMail;
    private final MailServer front;
    private final Receiver receiver = new Receiver();

    /** All of it, in a folder. */
    public EveryChannel(Path folder) throws Exception {
        this.folder = folder;
        certificate = Certificate.make(folder);
        greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        greenMail.withConfiguration(GreenMailConfiguration.aConfig().withUser("user", MARK + "-password"));
        greenMail.start();
        front = MailServer.before(greenMail.getSmtp().getPort(), certificate.context());
        Files.writeString(folder.resolve("password"), MARK + "-password\n");
        Files.writeString(folder.resolve("teams-url"), receiver.url("/teams/" + MARK + "-teams") + "\n");
        Files.writeString(folder.resolve("topic"), MARK + "-topic\n");
        Files.writeString(folder.resolve("old-key"), KEYS.get(1) + "\n");
        Files.writeString(
                folder.resolve("config.toml"),
                CONFIGURATION.formatted(front.port(), recorder("sendmail"), recorder("command")));
    }

    /** A program that writes down its arguments, what it was told in its environment, and what it reads. */
    private Path recorder(String name) throws IOException {
        Path program = folder.resolve(name);
        String script =
                """
                #!/bin/sh
                printf '%s\\n' "$@" >"$0.arguments"
                env | grep '^IANAWATCH_MESSAGE_' | sort >"$0.environment"
                cat >"$0.input"
                """;
        Files.writeString(program, script);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return program;
    }

    /** Runs one command of the program with the configuration, which must end with code 0; gives all that it printed. */
    public String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djavax.net.ssl.trustStore=" + certificate.trustStore(),
                "-Djavax.net.ssl.trustStorePassword=" + Certificate.PASSWORD,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "IANAWATCH_HOME", folder.resolve("home").toString(),
                        "IANAWATCH_CONFIG", folder.resolve("config.toml").toString(),
                        "RECEIVER", receiver.url("").toString(),
                        "SLACK_URL", receiver.url("/slack/" + MARK + "-slack").toString(),
                        "DISCORD_TOKEN", MARK + "-discord",
                        "NTFY_TOKEN", MARK + "-token",
                        "WEBHOOK_KEY", KEYS.get(0),
                        "WEBHOOK_TOKEN", MARK + "-bearer"));
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("exit code " + process.exitValue() + ": " + printed);
        }
        return printed;
    }

    /** What was posted to a channel that speaks HTTP, oldest first. */
    public List<Receiver.Request> posted(String channel) {
        return receiver.requests().stream()
                .filter(request -> request.uri().getPath().startsWith("/" + channel))
                .toList();
    }

    /** The mails that the server has: those of the first receiver, and then those of the second, oldest first. */
    public List<MimeMessage> mails() {
        return List.of(greenMail.getReceivedMessages());
    }

    /** What the mail server was told before the connection was encrypted. */
    public List<String> saidInTheOpen() {
        return front.heard();
    }

    /** A file that a channel wrote, such as {@code command.input}. */
    public String file(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    @Override
    public void close() {
        receiver.close();
        front.close();
        greenMail.stop();
    }
}
