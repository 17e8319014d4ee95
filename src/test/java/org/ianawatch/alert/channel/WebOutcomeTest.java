package org.ianawatch.alert.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.ianawatch.alert.Channel;
import org.ianawatch.alert.Message;
import org.ianawatch.alert.Messages;
import org.ianawatch.alert.Outcome;
import org.ianawatch.fetch.Post;
import org.ianawatch.fetch.UserAgent;
import org.ianawatch.fetch.WebClient;
import org.ianawatch.made.Hang;
import org.ianawatch.receivers.Receiver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebOutcomeTest {
    private static final Secret KEY = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final String PATH = "/services/T0SECRET/B0SECRET?sig=QUERYSECRET";
    private static final Message MESSAGE = Messages.changes();

    private final ChannelSettings.Context context = Receiver.context(Clock.systemUTC());
    private Receiver receiver;

    @BeforeEach
    void open() {
        receiver = new Receiver();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404|no_service|HTTP 404 from HOST (no_service); the address is gone: make a new one there and put it into the"
                        + " configuration",
                "410|channel_is_archived|HTTP 410 from HOST (channel_is_archived); the address is gone: make a new one there and put"
                        + " it into the configuration",
                "403|action_prohibited|HTTP 403 from HOST (action_prohibited); check the address and its secrets in the"
                        + " configuration",
                "400|invalid_blocks|HTTP 400 from HOST (invalid_blocks); the message was not accepted as it is: check that the"
                        + " address is one for this kind of channel",
                "302|''|HTTP 302 from HOST; it redirects, which is not followed: put the address that it leads to into the"
                        + " configuration",
            })
    void whatNeedsAPersonIsRefused(int status, String body, String reason) throws InterruptedException {
        receiver.answering(status, Map.of(), body);
        assertEquals(new Outcome.Refused(reason.replace("HOST", host())), slack().deliver(MESSAGE));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504, 599})
    void whatMayPassFails(int status) throws InterruptedException {
        receiver.answering(status, Map.of("Retry-After", "30"), "<html>later</html>");
        assertEquals(
                new Outcome.Failed("HTTP " + status + " from " + host(), Duration.ofSeconds(30)),
                slack().deliver(MESSAGE));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204})
    void everySuccessIsDelivered(int status) throws InterruptedException {
        receiver.answering(status, Map.of(), "");
        for (Channel channel : List.of(
                new TeamsSettings(receiver.hook(PATH)).open(context),
                new DiscordSettings(receiver.hook(PATH)).open(context),
                ntfy("topic", new Secret("tk_secret")),
                webhook())) {
            assertEquals(new Outcome.Delivered(), channel.deliver(MESSAGE));
        }
        assertEquals(
                "/services/T0SECRET/B0SECRET?sig=QUERYSECRET&wait=true",
                receiver.requests().get(1).uri().toString());
        assertEquals("Bearer tk_secret", receiver.requests().get(2).headers().getFirst("Authorization"));
    }

    @Test
    void slackSaysOkInTheBody() throws InterruptedException {
        assertEquals(new Outcome.Delivered(), slack().deliver(MESSAGE));
        receiver.answering(200, Map.of(), "Welcome to the network of this hotel");
        assertEquals(
                new Outcome.Failed(
                        "HTTP 200 from " + host() + " (Welcome to the network of this hotel), and not 'ok'", null),
                slack().deliver(MESSAGE));
    }

    /** What connectors answer with the status 200. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Microsoft Teams endpoint returned HTTP error 429 with ContextId tcid=0 | null",
                "Microsoft Teams endpoint returned HTTP error 503 with ContextId tcid=0 | null",
                "Error contacting Microsoft Teams endpoint | null",
                "Microsoft Teams endpoint returned HTTP error 404 with ContextId tcid=0 | the address is gone: make a new one"
                        + " there and put it into the configuration",
                "Microsoft Teams endpoint returned HTTP error 403 with ContextId tcid=0 | check the address and its secrets in"
                        + " the configuration",
                "Microsoft Teams endpoint returned HTTP error 413 with ContextId tcid=0 | the message was not accepted as it"
                        + " is: check that the address is one for this kind of channel"
            },
            nullValues = "null")
    void teamsSaysInTheBodyThatItFailed(String what, String advice) throws InterruptedException {
        String body = "Webhook message delivery failed with error: " + what;
        receiver.answering(200, Map.of(), body);
        String reason = "HTTP 200 from " + host() + " (" + body + "), which is no success";
        assertEquals(
                advice == null ? new Outcome.Failed(reason, null) : new Outcome.Refused(reason + "; " + advice),
                new TeamsSettings(receiver.hook(PATH)).open(context).deliver(MESSAGE));
    }

    /** Some of what Teams answers with the status 200 and without a status of its own. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Summary or Text is required. | Refused",
                "Bad payload received by generic incoming webhook. | Refused",
                "{\"error\":{\"code\":\"WorkflowTriggerIsNotEnabled\",\"message\":\"off\"}} | Failed",
                "{\"code\":40301,\"http\":403,\"error\":\"forbidden\"} | Failed",
                "{\"ok\":false} | Failed",
                "{\"ok\":tru | Failed",
                "ok | Failed",
                "0 | Failed",
                "Welcome to the network of this hotel | Failed",
            })
    void whatElseTeamsSaysIsNoSuccess(String body, String outcome) throws InterruptedException {
        receiver.answering(200, Map.of(), body);
        Outcome actual = new TeamsSettings(receiver.hook(PATH)).open(context).deliver(MESSAGE);
        assertEquals(outcome, actual.getClass().getSimpleName(), actual.toString());
        assertTrue(
                actual.toString().contains("HTTP 200 from " + host() + " (" + body + "), which is no success"),
                actual.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"ok\":true}", "{\"name\":\"0858\"}", " 1\n", "\ufeff{}"})
    void teamsMayAnswerInJson(String body) throws InterruptedException {
        receiver.answering(202, Map.of(), body);
        assertEquals(
                new Outcome.Delivered(),
                new TeamsSettings(receiver.hook(PATH)).open(context).deliver(MESSAGE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"message\": \"Unknown Webhook\", \"code\": 10015}",
                "{\"code\":40301,\"http\":403,\"error\":\"forbidden\"}",
                "{\"error\":\"log in first\"}"
            })
    void anErrorInJsonIsNoMessage(String body) throws InterruptedException {
        receiver.answering(200, Map.of(), body);
        for (Channel channel : others().subList(1, 3)) {
            assertEquals(
                    new Outcome.Failed("HTTP 200 from " + host() + " (" + body + "), which is no success", null),
                    channel.deliver(MESSAGE));
        }
    }

    /** Connectors answer 1, workflows nothing at all, Discord and ntfy with what they took. */
    @ParameterizedTest
    @MethodSource
    void otherBodiesAreDelivered(String body) throws InterruptedException {
        receiver.answering(200, Map.of(), body);
        for (Channel channel : others()) {
            assertEquals(new Outcome.Delivered(), channel.deliver(MESSAGE));
        }
    }

    static List<String> otherBodiesAreDelivered() {
        String embeds = "\"embeds\":[\"" + "x".repeat(30_000) + "\"]";
        return List.of(
                "1", "", "{\"id\":\"1\"}", "{\"id\":\"1\",\"code\":7," + embeds + "}", "{" + embeds + ",\"id\":\"1\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<html>", " <!DOCTYPE html><title>Log in</title>", "\ufeff<html>", "\r\n\t\ufeff\u00a0 <html>"})
    void aPageInPlaceOfAnAnswerFails(String page) throws InterruptedException {
        receiver.answering(200, Map.of(), page);
        for (Channel channel : others()) {
            Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, channel.deliver(MESSAGE));
            assertEquals("HTTP 200 from " + host() + ", which is no success", failed.reason());
        }
        assertEquals(new Outcome.Delivered(), webhook().deliver(MESSAGE));
    }

    private List<Channel> others() {
        return List.of(
                new TeamsSettings(receiver.hook(PATH)).open(context),
                new DiscordSettings(receiver.hook(PATH)).open(context),
                ntfy("topic", null));
    }

    @Test
    void whatHangsOrClosesOrIsNotThereFails() throws IOException, InterruptedException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Post brief = new Post(
                    new WebClient(Map.of()),
                    Hang.LIMIT,
                    Duration.ofMillis(200),
                    Clock.systemUTC(),
                    new UserAgent("0", null));
            Secret url = new Secret("http://127.0.0.1:" + silent.getLocalPort() + PATH);
            assertEquals(
                    new Outcome.Failed("not complete within 200 ms", null),
                    new SlackSettings(url).open(with(brief)).deliver(MESSAGE));
        }
        Channel orphan = slack();
        receiver.close();
        Outcome.Failed gone = assertInstanceOf(Outcome.Failed.class, orphan.deliver(MESSAGE));
        assertTrue(gone.reason().startsWith("no connection to " + host()), gone.reason());
        assertNull(gone.retryAfter());
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 404, 429, 500})
    void noSecretIsInAReason(int status) throws InterruptedException {
        receiver.answering(status, Map.of(), "Cannot POST " + PATH + " /services/T0SECRET /B0SECRET QUERYSECRET");
        for (Channel channel : List.of(
                slack(),
                new DiscordSettings(receiver.hook(PATH)).open(context),
                new TeamsSettings(receiver.hook(PATH)).open(context))) {
            assertNoSecret(channel);
        }
        receiver.answering(status, Map.of(), "topicSECRET, " + KEY.reveal() + ", Bearer tk_SECRET, " + PATH);
        assertNoSecret(ntfy("topicSECRET", new Secret("tk_SECRET")), "t");
        assertNoSecret(
                new WebhookSettings(receiver.hook("/topicSECRET" + PATH), List.of(KEY), new Secret("Bearer tk_SECRET"))
                        .open(context));
    }

    private static void assertNoSecret(Channel channel, String... known) throws InterruptedException {
        String shown = channel.deliver(MESSAGE).toString();
        for (String secret : List.of("topicSECRET", "T0SECRET", "B0SECRET", "QUERYSECRET", "tk_SECRET", "MfKQ9r8")) {
            boolean isOurs = known.length == 0 || secret.startsWith("t");
            assertFalse(isOurs && shown.contains(secret), shown);
        }
    }

    @Test
    void aProxyThatIsNoneIsRefused() throws InterruptedException {
        Post proxied = new Post(
                new WebClient(Map.of("http_proxy", "socks5://proxy")),
                Hang.LIMIT,
                Hang.LIMIT,
                Clock.systemUTC(),
                new UserAgent("0", null));
        Outcome outcome =
                new SlackSettings(receiver.hook(PATH)).open(with(proxied)).deliver(MESSAGE);
        assertTrue(
                assertInstanceOf(Outcome.Refused.class, outcome).reason().contains("environment variable http_proxy"),
                outcome.toString());
    }

    private Channel slack() {
        return new SlackSettings(receiver.hook(PATH)).open(context);
    }

    private Channel webhook() {
        return new WebhookSettings(receiver.hook("/"), List.of(KEY), null).open(context);
    }

    private Channel ntfy(String topic, Secret token) {
        return new NtfySettings(receiver.url("/"), new Secret(topic), token).open(context);
    }

    private ChannelSettings.Context with(Post post) {
        return new ChannelSettings.Context(post, context.clock(), context.inPlace());
    }

    private String host() {
        return SecretUrl.server(receiver.url("/"));
    }
}
