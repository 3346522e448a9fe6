package io.imagesweep.candidate;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * A retention database that somebody else owns; it supplies the view {@code candidate_image}.
 *
 * @param url its JDBC URL; without one the ledger's own database is read
 * @param username a user that may read the view
 * @param password the user's password
 */
@ConfigurationProperties("imagesweep.retention.datasource")
record RetentionSettings(
        @Nullable String url,
        @Nullable String username,
        @Nullable String password) {

    @Override
    public String toString() {
        return "retention database of user " + username;
    }
}
