package org.ianawatch.alert.channel;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.BiConsumer;
import org.ianawatch.alert.Channel;
import org.ianawatch.fetch.Post;
import org.ianawatch.report.WholeFile;

/**
 * What is set of one channel. Immutable; {@code toString} shows no secret. A new one has files of its own, and a line in the list of
 * types by which {@code config} reads them.
 */
public interface ChannelSettings {
    /**
     * The channel, which has sent nothing yet.
     *
     * @throws IllegalArgumentException when it cannot be used, with the reason, which has no secret in it
     */
    Channel open(Context context);

    /**
     * What channels have in common.
     *
     * @param post what sends to servers of the web
     * @param clock when a message is sent
     * @param inPlace hears of each file that was written in place, and why; see {@link WholeFile#write}
     */
    record Context(Post post, Clock clock, BiConsumer<Path, String> inPlace) {}
}
