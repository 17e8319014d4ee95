package org.ianawatch.sync;

import java.io.IOException;
import java.nio.file.Files;
import org.ianawatch.registry.Sha256;

/** A dated file's content. */
final class ReadFile {
    private final DatedFile file;
    private final byte[] bytes;
    private final String sha256;

    private ReadFile(DatedFile file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
        this.sha256 = Sha256.of(bytes).digits();
    }

    static ReadFile of(DatedFile file) throws IOException {
        return new ReadFile(file, Files.readAllBytes(file.path()));
    }

    DatedFile file() {
        return file;
    }

    /** Not a copy. */
    byte[] bytes() {
        return bytes;
    }

    String sha256() {
        return sha256;
    }
}
