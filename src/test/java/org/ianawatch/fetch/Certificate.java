package org.ianawatch.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for 127.0.0.1, and for names with underscores, that no authority signed, made by the JDK's keytool. */
final class Certificate {
    private static final String PASSWORD = "changeit";

    /** keytool writes no such names by itself. */
    private static final String NAMES = HexFormat.of()
            .formatHex(sequence(named(7, "\u007f\0\0\u0001"), named(2, "my_host"), named(2, "*.my_net.example")));

    private final KeyStore keys;

    private Certificate(KeyStore keys) {
        this.keys = keys;
    }

    private static final class Shared {
        static final Certificate CERTIFICATE = make();
    }

    /** One for all tests, since keytool takes its time. */
    static Certificate shared() {
        return Shared.CERTIFICATE;
    }

    private static Certificate make() {
        try {
            Path folder = Files.createTempDirectory("certificate");
            Path file = folder.resolve("keys.p12");
            Process keytool =
                    new ProcessBuilder(keytool(file)).redirectErrorStream(true).start();
            String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, keytool.waitFor(), said);
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(file)) {
                keys.load(in, PASSWORD.toCharArray());
            }
            Files.delete(file);
            Files.delete(folder);
            return new Certificate(keys);
        } catch (IOException | InterruptedException | GeneralSecurityException failed) {
            throw new IllegalStateException("keytool made no certificate", failed);
        }
    }

    private static List<String> keytool(Path file) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-genkeypair", "-keyalg", "EC", "-alias", "server"));
        command.addAll(List.of("-dname", "CN=127.0.0.1", "-ext", "2.5.29.17=" + NAMES));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore", file.toString()));
        return command;
    }

    /** Its tag is 0x30, which is the digit. */
    private static byte[] sequence(String... parts) {
        String all = String.join("", parts);
        return ("0" + (char) all.length() + all).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A GeneralName (RFC 5280, section 4.2.1.6) in DER. */
    private static String named(int tag, String value) {
        return "" + (char) (0x80 | tag) + (char) value.length() + value;
    }

    /** For the server: it shows this certificate. */
    SSLContext identity() throws GeneralSecurityException {
        KeyManagerFactory shown = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        shown.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(shown.getKeyManagers(), null, null);
        return context;
    }

    /** For the client: it trusts this certificate. */
    SSLContext trust() throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", keys.getCertificate("server"));
        TrustManagerFactory authorities = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        authorities.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, authorities.getTrustManagers(), null);
        return context;
    }
}
