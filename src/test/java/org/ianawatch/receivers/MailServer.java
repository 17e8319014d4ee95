package org.ianawatch.receivers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A server of SMTP on a real socket. It says what a script tells it to each command; or it stands before another server, and
 * hands over to that once it has been asked for STARTTLS.
 */
public final class MailServer implements AutoCloseable {
    private static final String SILENCE = "(silence)";

    private final ServerSocket server;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Map<String, String> script;
    private final SSLContext context;
    private final int behind;

    private MailServer(Map<String, String> script, SSLContext context, int behind) throws IOException {
        this.script = script;
        this.context = context;
        this.behind = behind;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::serve);
    }

    /**
     * Says yes to all commands but those that begin as the script's keys do; an empty answer closes the connection,
     * and {@code (silence)} is none.
     */
    public static MailServer saying(Map<String, String> script) throws IOException {
        return new MailServer(script, null, 0);
    }

    /** Offers STARTTLS, demands it, and hands over to the server on that port. */
    public static MailServer before(int port, SSLContext context) throws IOException {
        return new MailServer(Map.of(), context, port);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** The commands so far, and the lines of mails. */
    public List<String> heard() {
        return heard;
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                start(() -> talk(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            say(socket, answer("CONNECT", "220 ready"));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                heard.add(line);
                if (line.equals("STARTTLS") && context != null) {
                    say(socket, "220 go ahead");
                    relay((SSLSocket) context.getSocketFactory().createSocket(socket, "127.0.0.1", port(), false));
                    return;
                }
                String answer = answer(line, usual(line));
                if (answer.isEmpty()) {
                    return;
                }
                if (answer.equals(SILENCE)) {
                    continue;
                }
                say(socket, answer);
                if (line.equals("DATA") && answer.startsWith("354")) {
                    for (String data = in.readLine(); data != null && !data.equals("."); data = in.readLine()) {
                        heard.add(data);
                    }
                    say(socket, answer("END", "250 queued"));
                }
            }
        } catch (IOException gone) {
            // Who does not wait for the answer to QUIT has said all.
        }
    }

    private String usual(String line) {
        String word = line.toUpperCase(Locale.ROOT);
        if (word.startsWith("EHLO")) {
            return context == null ? "250-here\r\n250 AUTH PLAIN" : "250-here\r\n250 STARTTLS";
        }
        if (context != null) {
            return "530 Must issue a STARTTLS command first";
        }
        return word.equals("DATA") ? "354 go on" : word.equals("QUIT") ? "221 bye" : "250 yes";
    }

    private String answer(String line, String usual) {
        return script.entrySet().stream()
                .filter(entry -> line.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(usual);
    }

    private void relay(SSLSocket client) throws IOException {
        client.setUseClientMode(false);
        client.startHandshake();
        try (client;
                Socket other = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            InputStream in = other.getInputStream();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    return;
                }
            }
            start(() -> copy(client, other));
            in.transferTo(client.getOutputStream());
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException gone) {
            // The other direction ends the conversation.
        }
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "mail server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
