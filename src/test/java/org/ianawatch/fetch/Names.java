package org.ianawatch.fetch;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.DnsResolver;

/** Host names and their addresses, in an order that a test has in mind. */
class Names implements DnsResolver {
    private final Map<String, List<String>> addresses;

    /** Names with addresses of either version. */
    Names(Map<String, List<String>> addresses) {
        this.addresses = addresses;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        List<String> found = addresses.get(IDN.toASCII(host));
        if (found == null) {
            throw new UnknownHostException(host);
        }
        InetAddress[] all = new InetAddress[found.size()];
        Arrays.setAll(all, index -> literal(found.get(index)));
        return all;
    }

    private static InetAddress literal(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException noAddress) {
            throw new IllegalArgumentException(noAddress);
        }
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
