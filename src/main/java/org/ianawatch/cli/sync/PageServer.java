package org.ianawatch.cli.sync;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.UsageException;
import org.ianawatch.report.TerminalText;
import org.ianawatch.watch.Page;

/** Serves pages by HTTP on a few threads, each of which gives up a client that takes longer than it should. */
final class PageServer implements AutoCloseable {
    private static final int THREADS = 4;
    private static final int MOST_WAITING = 64;
    private static final long IDLE_SECONDS = 30;
    private static final String LONGEST_SECONDS = "5";
    private static final int NO_BODY = -1;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int DEFECT = 500;

    private final Map<String, Page> pages;
    private final Console console;
    private final HttpServer server;

    private PageServer(Map<String, Page> pages, Console console, HttpServer server) {
        this.pages = pages;
        this.console = console;
        this.server = server;
    }

    /**
     * Begins to listen.
     *
     * @param pages by their paths
     */
    static PageServer start(InetSocketAddress address, Map<String, Page> pages, Console console) {
        // The JDK's server has no other way to set these, and no limits without them.
        System.setProperty("sun.net.httpserver.maxReqTime", LONGEST_SECONDS);
        System.setProperty("sun.net.httpserver.maxRspTime", LONGEST_SECONDS);
        try {
            HttpServer server = HttpServer.create(address, 0);
            PageServer started = new PageServer(pages, console, server);
            server.setExecutor(threads());
            server.createContext("/", started::answer);
            server.start();
            return started;
        } catch (IOException | IllegalArgumentException refused) {
            throw new UsageException("cannot listen on " + shown(address) + " (" + refused.getMessage()
                    + "); name another address with --listen");
        }
    }

    private static ThreadPoolExecutor threads() {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), work -> {
                    Thread thread = new Thread(work, "page");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /** Where it listens, as in a URL. */
    String address() {
        return shown(server.getAddress());
    }

    private static String shown(InetSocketAddress address) {
        String host = address.isUnresolved()
                ? address.getHostString()
                : address.getAddress().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                send(exchange, answerTo(exchange));
            } catch (RuntimeException defect) {
                console.say("a defect of the program, in answering for "
                        + TerminalText.safe(exchange.getRequestURI().getPath()) + ": "
                        + TerminalText.safe(defect.toString()));
                send(exchange, text(DEFECT, "a defect of the program; its standard error says more"));
            }
        }
    }

    private Page.Answer answerTo(HttpExchange exchange) {
        Page page = pages.get(exchange.getRequestURI().getPath());
        if (page == null) {
            return text(NOT_FOUND, "there is " + String.join(" and ", pages.keySet()));
        }
        String method = exchange.getRequestMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            exchange.getResponseHeaders().set("Allow", "GET, HEAD");
            return text(METHOD_NOT_ALLOWED, "this can be read, by GET or HEAD, and no more");
        }
        return page.answer(exchange.getRequestHeaders().getFirst("Accept"));
    }

    private static void send(HttpExchange exchange, Page.Answer answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(answer.body().length));
            exchange.sendResponseHeaders(answer.status(), NO_BODY);
            return;
        }
        exchange.sendResponseHeaders(answer.status(), answer.body().length);
        exchange.getResponseBody().write(answer.body());
    }

    private static Page.Answer text(int status, String sentence) {
        return new Page.Answer(status, "text/plain; charset=utf-8", (sentence + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
