package org.ianawatch.store.home;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why a file could not be read or written, in the words of people. */
public final class FileReason {
    private FileReason() {}

    /** A clause without the file's name, which whoever tells it has: {@code there is no such file or folder}. */
    public static String of(IOException failed) {
        if (failed instanceof NoSuchFileException || failed instanceof FileNotFoundException) {
            return "there is no such file or folder";
        }
        if (failed instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failed instanceof FileAlreadyExistsException || failed instanceof NotDirectoryException) {
            return "what is there is no folder";
        }
        String reason = failed instanceof FileSystemException system ? system.getReason() : failed.getMessage();
        return reason == null || reason.isEmpty() ? failed.toString() : reason;
    }
}
