package org.ianawatch.planted;

import com.sun.net.httpserver.HttpServer;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import jakarta.mail.Session;
import java.net.http.HttpClient;
import java.sql.Connection;
import javax.crypto.Mac;
import javax.net.ssl.SSLContext;
import javax.sql.DataSource;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.Transformer;
import me.tongfei.progressbar.ProgressBar;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.csv.CSVRecord;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.jline.reader.LineReader;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.function.Executable;
import org.tomlj.TomlTable;
import org.w3c.dom.Attr;
import org.xml.sax.SAXException;
import tools.jackson.core.json.JsonFactory;

/** Every library outside its room, and one that has none. */
public record ForbiddenLibraries(
        CSVRecord csv,
        JsonFactory json,
        HttpClientBuilder web,
        HttpClient http,
        SSLContext transportSecurity,
        HttpServer server,
        Document html,
        JdbcDataSource h2,
        Flyway flyway,
        Connection connection,
        DataSource source,
        TomlTable toml,
        MetricSnapshots metrics,
        CommandLine commandLine,
        ProgressBar progressBar,
        LineReader lineReader,
        Session mail,
        SMTPTransport smtp,
        Mac signature,
        DocumentBuilder xml,
        Transformer style,
        XMLStreamReader events,
        Attr attribute,
        SAXException unreadable,
        Executable unknown) {}
