package org.ianawatch.store.h2;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.h2.jdbc.JdbcConnection;

/** Opens a store's file as a writer does, and has H2 go another way to it. */
public final class OtherWay {
    private OtherWay() {}

    /** Opens it by way of a file system that H2 knows by its scheme. */
    public static Connection open(String scheme, Path file) throws SQLException {
        String url = Database.writingUrl(file).replace("jdbc:h2:file:", "jdbc:h2:" + scheme + ":");
        return new JdbcConnection(url, new Properties(), Database.USER, "", false);
    }
}
