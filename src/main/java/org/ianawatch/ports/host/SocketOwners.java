package org.ianawatch.ports.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which processes hold which sockets: each open file of a process is a link in {@code /proc/PID/fd} (proc_pid_fd(5)). */
final class SocketOwners {
    private static final String SOCKET = "socket:[";

    private final Path proc;
    private final Map<Long, Set<HostProcess>> owners = new HashMap<>();

    SocketOwners(Path proc) {
        this.proc = proc;
    }

    /** The processes that this user may see, by the inode of their socket. */
    Map<Long, Set<HostProcess>> of(Set<Long> inodes) throws IOException {
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
            for (Path process : processes) {
                try {
                    addFiles(process, inodes);
                } catch (IOException | DirectoryIteratorException goneOrNotOurs) {
                    // A process ends at any time, and another user's keeps its files to itself; both leave the socket
                    // without an owner here, which is counted where the sockets are.
                }
            }
        }
        return owners;
    }

    private void addFiles(Path process, Set<Long> inodes) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path file : files) {
                String target = target(file);
                if (target.startsWith(SOCKET)) {
                    long inode = Long.parseLong(target.substring(SOCKET.length(), target.length() - 1));
                    if (inodes.contains(inode)) {
                        owners.computeIfAbsent(inode, unused -> new TreeSet<>()).add(named(process));
                    }
                }
            }
        }
    }

    /** Where the link leads; nowhere once the file was closed. */
    private static String target(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (IOException closed) {
            return "";
        }
    }

    private static HostProcess named(Path process) throws IOException {
        // A process may give itself any bytes for a name, and the kernel cuts a long one within a character.
        String name = new String(Files.readAllBytes(process.resolve("comm")), StandardCharsets.UTF_8).strip();
        return HostProcess.named(name, Long.parseLong(process.getFileName().toString()));
    }
}
