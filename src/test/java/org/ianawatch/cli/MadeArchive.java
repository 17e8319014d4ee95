package org.ianawatch.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A backup that somebody changes. Its manifest says the sizes of what it has, unless it was changed by itself. */
final class MadeArchive {
    private static final String MANIFEST = "ianawatch-backup.properties";
    private static final int DIRECTORY_HEADER = 0x02014b50;
    private static final int SIZE_IN_DIRECTORY_HEADER = 24;
    private static final int NAME_IN_DIRECTORY_HEADER = 46;

    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final Map<String, String> renamed = new LinkedHashMap<>();
    private String manifest = "";
    private int part = 100;
    private String lie = "";

    /** As it is in a file. */
    static MadeArchive of(Path file) throws IOException {
        MadeArchive made = new MadeArchive();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                made.entries.put(entry.getName(), in.readAllBytes());
            }
        }
        byte[] text = made.entries.remove(MANIFEST);
        made.manifest = new String(text, StandardCharsets.UTF_8).replaceAll("(?m)^bytes\\..*\\n", "");
        return made;
    }

    MadeArchive put(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    MadeArchive put(String name, String content) {
        return put(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Zeros, which take no room in the archive. */
    MadeArchive zeros(String name, int bytes) {
        return put(name, new byte[bytes]);
    }

    MadeArchive remove(String name) {
        entries.remove(name);
        return this;
    }

    MadeArchive change(String name, UnaryOperator<String> change) {
        String before = new String(entries.get(name), StandardCharsets.UTF_8);
        String after = change.apply(before);
        if (after.equals(before)) {
            throw new IllegalArgumentException("nothing changes in " + before);
        }
        return put(name, after);
    }

    MadeArchive manifest(UnaryOperator<String> change) {
        manifest = change.apply(manifest);
        return this;
    }

    /** Gives an entry a name that another one has; both are as long. */
    MadeArchive rename(String name, String other) {
        renamed.put(name, other);
        return this;
    }

    /** Only so many percent of the file. */
    MadeArchive cut(int percent) {
        part = percent;
        return this;
    }

    /** Says that an entry is a byte smaller than it is. */
    MadeArchive lieAbout(String name) {
        lie = name;
        return this;
    }

    /** The name of the first entry that begins so. */
    String first(String prefix) {
        return entries.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .findFirst()
                .orElseThrow();
    }

    void write(Path file) throws IOException {
        StringBuilder sizes = new StringBuilder();
        entries.keySet().stream().filter(name -> !name.endsWith("/")).forEach(name -> sizes.append("bytes.")
                .append(name)
                .append('=')
                .append(entries.get(name).length - (name.equals(lie) ? 1 : 0))
                .append('\n'));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            String text = manifest.contains("bytes.") ? manifest : manifest + sizes;
            add(zip, MANIFEST, text.getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                add(zip, entry.getKey(), entry.getValue());
            }
        }
        byte[] whole = bytes.toByteArray();
        String text = new String(whole, StandardCharsets.ISO_8859_1);
        for (Map.Entry<String, String> name : renamed.entrySet()) {
            text = text.replace(name.getKey(), name.getValue());
        }
        whole = text.getBytes(StandardCharsets.ISO_8859_1);
        if (!lie.isEmpty()) {
            shrinkInDirectory(whole, text);
        }
        Files.write(file, Arrays.copyOf(whole, whole.length * part / 100));
    }

    private void shrinkInDirectory(byte[] whole, String text) {
        int at = text.lastIndexOf(lie) - NAME_IN_DIRECTORY_HEADER;
        var header = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
        if (header.getInt(at) != DIRECTORY_HEADER) {
            throw new IllegalStateException("this is not the header of " + lie);
        }
        int size = at + SIZE_IN_DIRECTORY_HEADER;
        header.putInt(size, header.getInt(size) - 1);
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        new ByteArrayInputStream(content).transferTo(zip);
        zip.closeEntry();
    }
}
