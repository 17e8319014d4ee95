package org.ianawatch.sync;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ianawatch.fetch.Fetched;
import org.ianawatch.fetch.Fetcher;
import org.ianawatch.fetch.GroupPage;
import org.ianawatch.fetch.GroupPages;
import org.ianawatch.fetch.SourceUnreadableException;
import org.ianawatch.fetch.Validators;
import org.ianawatch.registry.Registry;
import org.ianawatch.store.home.FileReason;
import org.ianawatch.store.home.StoppableThread;
import org.jspecify.annotations.Nullable;

/** Where the registry is read from: a URL, a file, or standard input. */
public final class Source {
    /** Where IANA publishes the registry. */
    public static final String IANA =
            "https://www.iana.org/assignments/service-names-port-numbers/service-names-port-numbers.csv";

    private static final Pattern WEB = Pattern.compile("https?://", Pattern.CASE_INSENSITIVE);
    private static final String STANDARD_INPUT = "-";

    private final Registry registry;
    private final String name;
    private final @Nullable URI url;
    private final Fetcher fetcher;
    private final InputStream standardInput;

    /**
     * A source by its name.
     *
     * @param registry what is read there
     * @param name a URL of HTTP or HTTPS, a file's path, or {@code -} for standard input
     * @throws IllegalArgumentException when it begins as a URL and is none
     */
    public Source(Registry registry, String name, Fetcher fetcher, InputStream standardInput) {
        this.registry = registry;
        this.name = name;
        // RFC 3986, section 3.1: a scheme is the same in capitals, and in small letters by rule.
        Matcher web = WEB.matcher(name);
        this.url =
                web.lookingAt() ? URI.create(web.group().toLowerCase(Locale.ROOT) + name.substring(web.end())) : null;
        this.fetcher = fetcher;
        this.standardInput = standardInput;
    }

    /** What is read there. */
    public Registry registry() {
        return registry;
    }

    /** The name by which a person gave it. */
    public String name() {
        return name;
    }

    /** The URL, or null for what is no URL. */
    public @Nullable URI url() {
        return url;
    }

    /** Begins with what takes its time and can be done before {@link #read}; returns at once. */
    void prepare() {
        if (url != null) {
            fetcher.prepare(url);
        }
    }

    /**
     * Reads the content, unless the server says that it is what it was.
     *
     * @param known what the server sent last
     */
    Reading read(Validators known) throws SourceUnreadableException, InterruptedException {
        if (url == null) {
            return new Reading(readLocal(), Validators.NONE);
        }
        Fetched fetched = StoppableThread.waiting(() -> fetcher.fetch(url, known));
        return fetched instanceof Fetched.Downloaded downloaded
                ? new Reading(downloaded.bytes(), downloaded.validators())
                : new Reading(null, fetched.validators());
    }

    /** What the group's page beside a URL says; nothing for what is no URL. Never fails. */
    GroupPage groupPage() throws InterruptedException {
        URI url = url();
        return url == null ? GroupPage.NONE : StoppableThread.waiting(() -> new GroupPages(fetcher).beside(url));
    }

    private byte[] readLocal() throws SourceUnreadableException {
        try {
            return name.equals(STANDARD_INPUT) ? standardInput.readAllBytes() : Files.readAllBytes(Path.of(name));
        } catch (IOException failed) {
            throw new SourceUnreadableException(
                    "cannot read " + name + " (" + FileReason.of(failed)
                            + "); --source takes a URL, a file, or - for standard input",
                    failed);
        }
    }
}
