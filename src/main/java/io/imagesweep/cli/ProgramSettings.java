package io.imagesweep.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the program finds and leaves files.
 *
 * @param policy the policy file
 * @param accountsFile accounts beside those of the configuration, as YAML or CSV; without one there are no others
 * @param reportsDir where the report of each run goes, as CSV and JSON; without one no file is written
 */
@ConfigurationProperties("imagesweep")
record ProgramSettings(
        @DefaultValue("config/policy.yml") Path policy,
        @Nullable Path accountsFile,
        @Nullable Path reportsDir) {}
