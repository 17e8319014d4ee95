package org.ianawatch.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.jspecify.annotations.Nullable;

/**
 * A server of HTTPS on this machine that behaves as IANA's, so that the launcher's rehearsal loads what a sync loads. Its
 * certificate is signed by an authority that keytool makes.
 */
public final class RehearsalServer implements AutoCloseable {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final String PASSWORD = "rehearsal";
    private static final String PATH = "/assignments/rehearsal/rehearsal.csv";
    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final String PAGE =
            """
            <?xml version='1.0'?>
            <registry id="rehearsal"><title>Rehearsal</title><updated>2026-11-08</updated></registry>
            """;

    private final SSLServerSocket listener;
    private final byte[] content;
    private final Path authorities;

    private RehearsalServer(SSLServerSocket listener, byte[] content, Path authorities) {
        this.listener = listener;
        this.content = content;
        this.authorities = authorities;
    }

    /**
     * Starts one.
     *
     * @param content what it serves
     * @param folder for its files; made where it is not there
     */
    public static RehearsalServer serving(byte[] content, Path folder) throws IOException, InterruptedException {
        Path keys = Files.createDirectories(folder).resolve("keys.p12");
        // Signatures and keys of two kinds, as on the way to IANA.
        keytool(keys, "-alias", "authority", "-keyalg", "RSA", "-dname", "CN=authority", "-ext", "bc:c");
        keytool(
                keys,
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=server",
                "-ext",
                "SAN=ip:127.0.0.1",
                "-signer",
                "authority");
        try {
            // Reads the authorities that Java trusts.
            SSLContext.getInstance("TLS").init(null, null, null);
            KeyStore store = KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
            Path authorities = folder.resolve("authorities.jks");
            KeyStore trusted = KeyStore.getInstance("JKS");
            trusted.load(null, null);
            trusted.setCertificateEntry("authority", store.getCertificate("authority"));
            try (OutputStream out = Files.newOutputStream(authorities)) {
                trusted.store(out, PASSWORD.toCharArray());
            }
            store.deleteEntry("authority");
            KeyManagerFactory shown = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            shown.init(store, PASSWORD.toCharArray());
            SSLContext identity = SSLContext.getInstance("TLS");
            identity.init(shown.getKeyManagers(), null, null);
            RehearsalServer server = new RehearsalServer(
                    (SSLServerSocket) identity.getServerSocketFactory()
                            .createServerSocket(0, 0, InetAddress.getByAddress(LOOPBACK)),
                    content,
                    authorities);
            start(server::accept);
            return server;
        } catch (GeneralSecurityException failed) {
            throw new IOException("Java cannot serve TLS", failed);
        }
    }

    private static void keytool(Path keys, String... options) throws IOException, InterruptedException {
        Path program = Path.of(System.getProperty("java.home"), "bin", "keytool");
        List<String> command =
                new ArrayList<>(List.of(program.toString(), "-genkeypair", "-keystore", keys.toString()));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
        command.addAll(List.of(options));
        int code = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("keytool ends with " + code);
        }
    }

    /** Where it serves. */
    public URI uri() {
        return URI.create("https://127.0.0.1:" + listener.getLocalPort() + PATH);
    }

    /** A store of the authority that signed its certificate; it has no password. */
    public Path authorities() {
        return authorities;
    }

    private void accept() throws IOException {
        while (true) {
            Socket connection = listener.accept();
            start(() -> answer(connection));
        }
    }

    private void answer(Socket connection) throws IOException {
        String head = head(connection.getInputStream());
        while (head != null) {
            connection.getOutputStream().write(answer(head));
            connection.getOutputStream().flush();
            head = head(connection.getInputStream());
        }
    }

    private byte[] answer(String head) throws IOException {
        if (head.contains("If-None-Match:")) {
            return ascii("HTTP/1.1 304 Not Modified\r\nETag: \"1\"" + END_OF_HEAD);
        }
        byte[] asked = head.startsWith("GET " + PATH) ? content : ascii(PAGE);
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(asked);
        }
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.write(ascii("HTTP/1.1 200 OK\r\nETag: \"1\"\r\nLast-Modified: Sun, 08 Nov 2026 00:00:00 GMT\r\n"
                + "Content-Encoding: gzip\r\nTransfer-Encoding: chunked" + END_OF_HEAD));
        answer.write(ascii(Integer.toHexString(compressed.size()) + "\r\n"));
        compressed.writeTo(answer);
        answer.write(ascii("\r\n0" + END_OF_HEAD));
        return answer.toByteArray();
    }

    /** The next request, or null when there is none. */
    private static @Nullable String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf(END_OF_HEAD) < 0) {
            int octet = in.read();
            if (octet < 0) {
                return null;
            }
            head.append((char) octet);
        }
        return head.toString();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private interface Work {
        void run() throws IOException;
    }

    /** The end of a connection ends the work on it, and that of the rehearsal the rest. */
    private static void start(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException closed) {
                        Thread.currentThread().interrupt();
                    }
                },
                "rehearsal-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
