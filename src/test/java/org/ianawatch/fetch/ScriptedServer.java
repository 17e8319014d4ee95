package org.ianawatch.fetch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that says on each connection what a script says, be it HTTP or not. The last script is for all others. */
final class ScriptedServer implements AutoCloseable {
    /** What is done with a connection once a request has come. */
    interface Script {
        void play(Socket connection) throws IOException;
    }

    private static final int MOST_BYTES = 1 << 16;

    private final ServerSocket listener;
    private final List<Script> scripts;
    private final List<Socket> connections = new CopyOnWriteArrayList<>();

    ScriptedServer(Script... scripts) {
        this.scripts = List.of(scripts);
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread thread = new Thread(this::serve, "scripted-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** Says this, and ends the connection in order. */
    static Script says(String text) {
        return connection -> {
            write(connection, text);
            connection.close();
        };
    }

    /** Says this, and then nothing, and does not end the connection. */
    static Script saysAndHangs(String text) {
        return connection -> write(connection, text);
    }

    /** Says this, and breaks the connection off. */
    static Script saysAndResets(String text) {
        return connection -> {
            write(connection, text);
            connection.setSoLinger(true, 0);
            connection.close();
        };
    }

    URI uri() {
        return URI.create("http://" + address() + "/ports.csv");
    }

    String address() {
        return "127.0.0.1:" + listener.getLocalPort();
    }

    /** How often somebody connected. */
    int connections() {
        return connections.size();
    }

    private void serve() {
        try {
            while (true) {
                Socket connection = listener.accept();
                connections.add(connection);
                // Whatever asks here, its whole request comes at once.
                if (connection.getInputStream().read(new byte[MOST_BYTES]) > 0) {
                    play(scripts.get(Math.min(connections.size(), scripts.size()) - 1), connection);
                }
            }
        } catch (IOException closed) {
            if (!listener.isClosed()) {
                throw new UncheckedIOException(closed);
            }
        }
    }

    private void play(Script script, Socket connection) throws IOException {
        try {
            script.play(connection);
        } catch (SocketException closed) {
            // Who asked has heard enough.
            connection.close();
        }
    }

    private static void write(Socket connection, String text) throws IOException {
        connection.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        connection.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }
}
