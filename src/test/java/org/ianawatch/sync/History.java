package org.ianawatch.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.ianawatch.store.SnapshotEntry;

/** Dated files in a folder, and imports of them. It notes what an import says. */
final class History implements ImportListener {
    private static final LocalDate FIRST_DAY = LocalDate.parse("2016-01-01");

    private final Path folder;
    private final List<String> said = new ArrayList<>();

    History(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** The file of a day, counted from 1. */
    Path write(int day, byte[] bytes) throws IOException {
        return Files.write(path(day), bytes);
    }

    Path path(int day) {
        return folder.resolve(FIRST_DAY.plusDays(day - 1L) + ".csv");
    }

    /** Imports the files of some days, without the guard. */
    void importDays(MadeHome home, Clock clock, List<Integer> days) throws Exception {
        List<Path> paths = days.stream().map(this::path).toList();
        importFiles(home, clock, DatedFile.inDateOrder(paths), false);
    }

    void importFiles(MadeHome home, Clock clock, List<DatedFile> files, boolean strict) throws Exception {
        importFiles(home, clock, files, strict, Alerts.NONE);
    }

    void importFiles(MadeHome home, Clock clock, List<DatedFile> files, boolean strict, Alerts alerts)
            throws Exception {
        ImportRequest request = new ImportRequest(files, GuardLimits.DEFAULT, strict);
        home.run(Sender.NONE).<Exception>of("import", new ImportJob(request, clock, alerts, this)::run);
    }

    /** What imports said since this was asked last: {@code stored 1 2016-01-01.csv 0}, and so on. */
    List<String> said() {
        List<String> all = List.copyOf(said);
        said.clear();
        return all;
    }

    @Override
    public void stored(Path file, SnapshotEntry snapshot, int changes) {
        said.add("stored " + snapshot.number() + " " + file.getFileName() + " " + changes);
    }

    @Override
    public void known(Path file, SnapshotEntry snapshot) {
        said.add("known " + snapshot.number() + " " + file.getFileName());
    }

    @Override
    public void doubted(Path file, Refusal refusal) {
        said.add("doubted " + file.getFileName() + " " + refusal.reason().word());
    }
}
