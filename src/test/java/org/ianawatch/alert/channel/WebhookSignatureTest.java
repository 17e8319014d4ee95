package org.ianawatch.alert.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.ianawatch.alert.Message;
import org.ianawatch.alert.Messages;
import org.ianawatch.alert.Outcome;
import org.ianawatch.receivers.Receiver;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {
    private static final String OLD = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String NEW = "whsec_"
            + Base64.getEncoder()
                    .encodeToString("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));

    /** The example of the specification's own libraries. */
    @Test
    void signsAsTheOthersDo() {
        assertEquals(
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                WebhookSignature.of(
                        List.of(new Secret(OLD)),
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1_614_265_330L,
                        "{\"test\": 2432232314}"));
    }

    @Test
    void aReceiverVerifiesEachTryByEitherKey() throws GeneralSecurityException, InterruptedException {
        try (Receiver receiver = new Receiver()) {
            WebhookSettings settings = new WebhookSettings(
                    receiver.hook("/"), List.of(new Secret(NEW), new Secret(OLD)), new Secret("Basic eDp5"));
            Message message = Messages.changes();
            for (String time : List.of("2026-11-08T07:00:00Z", "2026-11-08T08:00:00Z")) {
                Clock clock = Clock.fixed(Instant.parse(time), ZoneOffset.UTC);
                assertEquals(
                        new Outcome.Delivered(),
                        settings.open(Receiver.context(clock)).deliver(message));
            }
            for (Receiver.Request request : receiver.requests()) {
                assertEquals(message.id(), request.headers().getFirst("webhook-id"));
                assertEquals("Basic eDp5", request.headers().getFirst("Authorization"));
                List<String> signatures =
                        List.of(request.headers().getFirst("webhook-signature").split(" ", -1));
                assertEquals(List.of(verified(request, NEW), verified(request, OLD)), signatures);
                assertTrue(request.body().startsWith("{\"id\":\"" + message.id()), request.body());
            }
            assertNotEquals(
                    receiver.requests().get(0).headers().getFirst("webhook-timestamp"),
                    receiver.requests().get(1).headers().getFirst("webhook-timestamp"));
        }
    }

    private static String verified(Receiver.Request request, String key) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(key.substring(6)), "HmacSHA256"));
        String signed = request.headers().getFirst("webhook-id") + "."
                + request.headers().getFirst("webhook-timestamp") + "." + request.body();
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }
}
