package org.ianawatch.store.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.ianawatch.store.home.StoreException;
import org.junit.jupiter.api.Test;

class SqlTest {
    @Test
    void aFailureSaysWhatIsWrongOnOneLineAndItsCauseWithWhichStatement() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
            Sql sql = new Sql(connection);
            sql.update("CREATE TABLE t (id BIGINT)");
            sql.update("INSERT INTO t (id) VALUES (?)", Long.MAX_VALUE);

            StoreException failed = assertThrows(
                    StoreException.class, () -> sql.update("INSERT INTO t (id) VALUES ((SELECT MAX(id) + 1 FROM t))"));

            assertEquals(
                    "the store could not be read or written: Numeric value out of range: \"9223372036854775807\";"
                            + " 'ianawatch verify' tells whether the store is sound",
                    failed.getMessage());
            SQLException cause = assertInstanceOf(SQLException.class, failed.getCause());
            assertTrue(String.valueOf(cause.getMessage()).contains("INSERT INTO t"), cause.getMessage());
        }
    }
}
