package org.ianawatch.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy: tunnels by CONNECT, and requests with a whole URL, to whatever host they name on this machine. */
final class ConnectProxy implements AutoCloseable {
    private static final String END_OF_HEAD = "\r\n\r\n";

    private final ServerSocket listener;
    private final String authorization;
    private final String refusal;
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    private ConnectProxy(String authorization, String refusal) {
        this.authorization = authorization;
        this.refusal = refusal;
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        start("proxy", this::serve);
    }

    /** A proxy for everybody. */
    static ConnectProxy open() {
        return new ConnectProxy("", "");
    }

    /** A proxy that wants this in {@code Proxy-Authorization}. */
    static ConnectProxy wanting(String authorization) {
        return new ConnectProxy(authorization, "");
    }

    /** A proxy that answers every request with this status. */
    static ConnectProxy refusing(String status) {
        return new ConnectProxy("", status);
    }

    /** Host and port. */
    String address() {
        return "127.0.0.1:" + listener.getLocalPort();
    }

    /** What it was asked: the first line of each request. */
    List<String> requests() {
        return heads.stream()
                .map(head -> head.substring(0, head.indexOf("\r\n")))
                .toList();
    }

    private void serve() throws IOException {
        while (true) {
            Socket client = listener.accept();
            sockets.add(client);
            start("proxy-connection", () -> answer(client));
        }
    }

    private void answer(Socket client) throws IOException {
        String head = readHead(client.getInputStream());
        if (head.isEmpty()) {
            return;
        }
        heads.add(head);
        String[] request = head.split(" ", 3);
        if (!refusal.isEmpty()) {
            say(client, "HTTP/1.1 " + refusal + "\r\nContent-Length: 0" + END_OF_HEAD);
        } else if (!authorization.isEmpty() && !head.contains("Proxy-Authorization: " + authorization + "\r\n")) {
            say(client, "HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0" + END_OF_HEAD);
        } else if (request[0].equals("CONNECT")) {
            Socket server = connect(request[1].substring(request[1].lastIndexOf(':') + 1));
            say(client, "HTTP/1.1 200 Connected" + END_OF_HEAD);
            join(client, server);
        } else {
            Socket server = connect(String.valueOf(URI.create(request[1]).getPort()));
            say(server, head);
            join(client, server);
        }
    }

    private Socket connect(String port) throws IOException {
        Socket server = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port));
        sockets.add(server);
        return server;
    }

    private static void join(Socket client, Socket server) throws IOException {
        start("proxy-back", () -> server.getInputStream().transferTo(client.getOutputStream()));
        client.getInputStream().transferTo(server.getOutputStream());
    }

    private static void say(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** Empty when the connection ends before. */
    private static String readHead(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int octet = in.read(); octet >= 0; octet = in.read()) {
            head.write(octet);
            String text = head.toString(StandardCharsets.ISO_8859_1);
            if (text.endsWith(END_OF_HEAD)) {
                return text;
            }
        }
        return "";
    }

    private interface Work {
        void run() throws IOException;
    }

    /** The end of a connection ends the work on it. */
    private static void start(String name, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException closed) {
                        Thread.currentThread().interrupt();
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
