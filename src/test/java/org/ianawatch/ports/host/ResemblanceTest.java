package org.ianawatch.ports.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResemblanceTest {
    private final Resemblance resemblance = new Resemblance();

    @ParameterizedTest
    @CsvSource({
        "sshd, ssh, true",
        "'sshd: /usr/sbin', ssh, true",
        "/usr/sbin/sshd, ssh, true",
        "sshd.exe, ssh, true",
        "httpd, http, true",
        "httpd, http-alt, true",
        "apache2, https, true",
        "'nginx: master', http, true",
        "postgres, postgresql, true",
        "mysqld, mysql, true",
        "redis-server, redis, true",
        "named, domain, true",
        "systemd-resolve, domain, true",
        "systemd-r, domain, true",
        "master, smtp, true",
        "exim4, smtp, true",
        "cupsd, ipp, true",
        "chronyd, ntp, true",
        "ntpd, ntp, true",
        "in.telnetd, telnet, true",
        "java, http-alt, false",
        "sshd, http, false",
        "nginx, ssh, false",
        "x, x11, false",
        "postgres, '', false",
        "curl, domain, false",
        "systemd-x, domain, false"
    })
    void namesResembleOrDoNot(String process, String service, boolean expected) {
        assertEquals(expected, resemblance.isAny(process, List.of("unlike-any", service)));
    }

    @Test
    void whatRunsAnythingIsKnown() {
        assertTrue(resemblance.isRuntime("java"));
        assertTrue(resemblance.isRuntime("python3.11"));
        assertTrue(resemblance.isRuntime("docker-pr"));
        assertFalse(resemblance.isRuntime("sshd"));
    }
}
