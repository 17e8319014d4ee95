package org.ianawatch.store.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.ianawatch.store.Quarantine;

/** Takes back what was added to a folder, should the work fail. What was there before is not removed. */
final class Undoing {
    private record Step(Path path, Work work) {}

    private interface Work {
        void run() throws IOException;
    }

    private final Deque<Step> steps = new ArrayDeque<>();

    /** Before a file or folder is added: removes it then. One that is there stays, and so does a link that leads nowhere. */
    void removes(Path path) {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            steps.push(new Step(path, () -> Files.deleteIfExists(path)));
        }
    }

    /** Before a file is written anew: writes what it has. */
    void writes(Path file) throws IOException {
        byte[] before = Files.readAllBytes(file);
        steps.push(new Step(file, () -> Quarantine.write(before, file)));
    }

    /**
     * Takes all of it back, the last first, also where one of them fails.
     *
     * @param failed what the work failed with; gets what could not be taken back beside it
     * @throws IOException which says what is left, when something is
     */
    void undo(Exception failed) throws IOException {
        List<Path> left = new ArrayList<>();
        while (!steps.isEmpty()) {
            Step step = steps.pop();
            try {
                step.work().run();
            } catch (IOException | RuntimeException again) {
                failed.addSuppressed(again);
                left.add(step.path());
            }
        }
        if (!left.isEmpty()) {
            throw new IOException(
                    failed.getMessage() + "; what was added or changed is still so, see to it by hand: " + left,
                    failed);
        }
    }
}
