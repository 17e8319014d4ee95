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

    /**
     * The passwords in Base64 are {@code me:eCret}, {@code me:a+b}, {@code me:a:b}, {@code me:}, {@code mé:ü}, {@code me:p@b},
     * {@code me@corp:p@b} and {@code me:100%!}.
     */
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
                "http://m%C3%A9:%C3%BC@proxy.example, proxy.example:1080, Basic bcOpOsO8",
                "http://mé:ü@proxy.example,       proxy.example:1080, Basic bcOpOsO8",
                "http://me:p@b@proxy.example,     proxy.example:1080, Basic bWU6cEBi",
                "http://me:p%40b@proxy.example,   proxy.example:1080, Basic bWU6cEBi",
                "me@corp:p@b@proxy.example:3128,  proxy.example:3128, Basic bWVAY29ycDpwQGI=",
                "http://me:100%!@proxy.example,   proxy.example:1080, Basic bWU6MTAwJSE=",
                "http://web_proxy:3128/x?y#z,     web_proxy:3128,     -"
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
        assertEquals(excepted, new ProxyExceptions(list).cover(WebAddress.of(SECURE)));
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
        assertEquals(excepted, new ProxyExceptions(list).cover(WebAddress.of(URI.create(uri))));
    }

    /** What is said of addresses of version 4 is what curl 7.88 does; those of version 6 are read alike. */
    @ParameterizedTest
    @CsvSource({
        "192.0.2.1,       192.0.2.0/24,        true",
        "192.0.2.1,       192.0.2.77/24,       true",
        "192.0.2.1,       192.0.2.77/26,       false",
        "192.0.2.65,      192.0.2.77/26,       true",
        "192.0.3.1,       192.0.2.0/24,        false",
        "192.0.3.1,       192.0.2.0/23,        true",
        "192.0.2.1,       192.0.2.1/32,        true",
        "192.0.2.1,       192.0.2.0/33,        false",
        "192.0.2.1,       0.0.0.0/0,           false",
        "192.0.2.1,       192.0.2.1/0,         true",
        "192.0.2.1,       0.0.0.0/1,           false",
        "10.9.8.7,        0.0.0.0/1,           true",
        "192.0.2.1,       192.0.2.0/x,         false",
        "192.0.2.1,       192.0.2.0/,          false",
        "192.0.2.1,       192.0.2.1/,          true",
        "192.0.2.1,       192.0.2.0/-1,        false",
        "192.0.2.1,       192.0.2.0/24x,       true",
        "192.0.2.1,       .0.2.1,              false",
        "192.0.2.1,       2.1,                 false",
        "192.0.2.1.,      192.0.2.1,           true",
        "192.0.2.1.a.example, 192.0.2.0/24,    false",
        "[2001:db8::1],   2001:db8::/32,       true",
        "[2001:db8::1],   [2001:db8::]/32,     true",
        "[2001:db8::1],   2001:db8:0:0::1,     true",
        "[2001:db8::1],   2001:db9::/32,       false",
        "[2001:db8::1],   2001:db8::/129,      false",
        "[2001:DB8::1],   2001:db8::/127,      true",
        "[2001:db8::1],   192.0.2.0/24,        false",
        "192.0.2.1,       2001:db8::/32,       false",
        "b.example,       ..b.example,         false",
        "web_1,           web_1,               true"
    })
    void networksAreExcepted(String host, String list, boolean excepted) {
        URI uri = URI.create("http://" + host + "/");
        assertEquals(excepted, new ProxyExceptions(list).cover(WebAddress.of(uri)));
        assertEquals(excepted, new ProxyExceptions("x.invalid " + list + ",c").cover(WebAddress.of(uri)));
    }
}
