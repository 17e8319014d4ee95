package org.ianawatch.planted;

import com.github.mizosoft.methanol.Methanol;
import com.sun.net.httpserver.HttpServer;
import java.net.http.HttpClient;
import java.sql.Connection;
import javax.net.ssl.SSLContext;
import javax.sql.DataSource;
import me.tongfei.progressbar.ProgressBar;
import org.apache.commons.csv.CSVRecord;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.jline.reader.LineReader;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.function.Executable;
import org.tomlj.TomlTable;
import picocli.CommandLine;
import tools.jackson.core.json.JsonFactory;

/** Every library outside its room, and one that has none. */
public record ForbiddenLibraries(
        CSVRecord csv,
        JsonFactory json,
        Methanol methanol,
        HttpClient http,
        SSLContext transportSecurity,
        HttpServer server,
        Document html,
        JdbcDataSource h2,
        Flyway flyway,
        Connection connection,
        DataSource source,
        TomlTable toml,
        CommandLine commandLine,
        ProgressBar progressBar,
        LineReader lineReader,
        Executable unknown) {}
