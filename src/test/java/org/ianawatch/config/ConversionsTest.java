package org.ianawatch.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversionsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.example.org/a?b=c",
                "http://hook_1:8080/",
                "https://hook_1",
                "HTTPS://hook_1/",
                "Http://hook_1/",
                "https://[2001:db8::1]:8443/",
                "https://192.0.2.1/"
            })
    void takesAddressesOfAnyHost(String url) {
        assertEquals(URI.create(url), Conversions.URL.of(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://me@hook_1/",
                "https://me:word@hook_1/",
                "https://a@b@hook_1/",
                "https://:443/",
                "https:///a",
                "https://hook_1:a/",
                "ftp://hook_1/",
                "hook_1"
            })
    void refusesWhatIsNone(String url) {
        assertThrows(IllegalArgumentException.class, () -> Conversions.URL.of(url));
    }
}
