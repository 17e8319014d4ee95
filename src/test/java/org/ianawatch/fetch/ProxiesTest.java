package org.ianawatch.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxiesTest {
    private static final URI SECURE = URI.create("https://registry.example/ports.csv");

    /** The passwords in Base64 are {@code me:eCret}, {@code me:a+b}, {@code me:a:b}, {@code me:} and {@code mé:ü}. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "proxy.example,                   proxy.example:1080, -",
                "proxy.example:3128,              proxy.example:3128, -",
                "HTTP://proxy.example:3128/,      proxy.example:3128, -",
                "http://[::1]:3128,               [::1]:3128,         -",
                "http://me:eCret@proxy.example,   proxy.example:1080, Basic bWU6ZUNyZXQ=",
                "me:a+b@proxy.example:3128,       proxy.example:3128, Basic bWU6YSti",
                "http://me:a%3Ab@proxy.example,   proxy.example:1080, Basic bWU6YTpi",
                "http://me@proxy.example,         proxy.example:1080, Basic bWU6",
                "http://m%C3%A9:%C3%BC@proxy.example, proxy.example:1080, Basic bcOpOsO8"
            })
    void readsAProxy(String value, String address, String authorization) throws Exception {
        Proxies.Server proxy = new Proxies(Map.of("https_proxy", value)).toReach(SECURE);
        assertEquals(address, proxy.address());
        assertEquals(address, proxy.toString());
        assertEquals(authorization, proxy.authorization());
    }

    @Test
    void theMostParticularVariableCounts() throws Exception {
        Map<String, String> all =
                Map.of("https_proxy", " a:1 ", "HTTPS_PROXY", "b:1", "all_proxy", "c:1", "ALL_PROXY", "d:1");
        assertEquals("a:1", new Proxies(all).toReach(SECURE).address());
        Map<String, String> empty =
                Map.of("https_proxy", " ", "HTTPS_PROXY", "", "all_proxy", "c:1", "ALL_PROXY", "d:1");
        assertEquals("c:1", new Proxies(empty).toReach(SECURE).address());
        assertNull(new Proxies(Map.of("https_proxy", "")).toReach(SECURE));
        assertNull(new Proxies(Map.of()).toReach(SECURE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*                            | true",
                "registry.example             | true",
                "REGISTRY.example.            | true",
                ".registry.example            | true",
                "example                      | true",
                ".example                     | true",
                "a.example, registry.example  | true",
                "a.example registry.example   | true",
                "registry.example:443         | true",
                "example:443                  | true",
                "registry.example:80          | false",
                "ry.example                   | false",
                "a.registry.example           | false",
                "registry                     | false",
                "*.example                    | false",
                ".                            | false",
                ":443                         | false",
                ", | false"
            })
    void namesAreExceptedWithAllBelowThem(String list, boolean excepted) {
        assertEquals(excepted, new ProxyExceptions(list).cover(SECURE));
    }

    @ParameterizedTest
    @CsvSource({
        "http://registry.example/,        registry.example:80,   true",
        "http://registry.example/,        registry.example:443,  false",
        "http://registry.example:8080/,   registry.example:8080, true",
        "http://registry.example./,       registry.example,      true",
        "http://192.0.2.1/,               192.0.2.1,             true",
        "http://192.0.2.1:8080/,          192.0.2.1:80,          false",
        "http://[2001:db8::1]/,           2001:db8::1,           true",
        "http://[2001:db8::1]/,           [2001:db8::1],         true",
        "http://[2001:db8::1]:8080/,      [2001:db8::1]:8080,    true",
        "http://[2001:db8::1]:8080/,      [2001:db8::1]:80,      false",
        "http://[2001:db8::1]/,           2001:db8::2,           false"
    })
    void addressesAndPortsAreExcepted(String uri, String list, boolean excepted) {
        assertEquals(excepted, new ProxyExceptions(list).cover(URI.create(uri)));
    }
}
