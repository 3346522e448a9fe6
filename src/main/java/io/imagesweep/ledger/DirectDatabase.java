package io.imagesweep.ledger;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * The database beside the pool, by connections that notice within seconds when nothing passes any more.
 *
 * @param url where it is; what TLS needs belongs here too, since the settings of the pool do not reach it
 */
public record DirectDatabase(
        String url, @Nullable String user, @Nullable String password) {

    private static final String TIME_OUT_SECONDS = "3";

    /** Opens a connection that the server shows under {@code name}. */
    public Connection connect(String name) {
        try {
            return DriverManager.getConnection(url, properties(name));
        } catch (SQLException failure) {
            throw new CannotGetJdbcConnectionException("the database gives no connection for " + name, failure);
        }
    }

    /** Opens a connection only to see that it can be had. */
    public boolean reach(String name) {
        JdbcUtils.closeConnection(connect(name));
        return true;
    }

    private Properties properties(String name) {
        var properties = new Properties();
        put(properties, "user", user);
        put(properties, "password", password);
        put(properties, "ApplicationName", name);
        put(properties, "tcpKeepAlive", "true");
        List.of("loginTimeout", "connectTimeout", "socketTimeout")
                .forEach(wait -> put(properties, wait, TIME_OUT_SECONDS));
        return properties;
    }

    private static void put(Properties properties, String name, @Nullable String value) {
        if (value != null) {
            properties.setProperty(name, value);
        }
    }
}
