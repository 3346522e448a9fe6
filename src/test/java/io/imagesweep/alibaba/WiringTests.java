package io.imagesweep.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.candidate.Accounts;
import io.imagesweep.candidate.ImageCatalog;
import io.imagesweep.candidate.SessionName;
import io.imagesweep.deletion.DeletionSettings;
import io.imagesweep.deletion.ImageRemover;
import io.imagesweep.deletion.RemoverSource;
import io.imagesweep.quota.PaceSettings;
import io.imagesweep.quota.Paces;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class WiringTests {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withBean(Clock.class, Clock::systemUTC)
            .withUserConfiguration(
                    Settings.class,
                    Paces.class,
                    SessionName.class,
                    AlibabaClients.class,
                    AlibabaCatalog.class,
                    AlibabaRemoverSource.class);

    @Test
    void hasNothingThatCanDeleteUntilItIsAskedFor() {
        application.run(context -> assertThat(context)
                .hasSingleBean(ImageCatalog.class)
                .hasSingleBean(RemoverSource.class)
                .doesNotHaveBean(ImageRemover.class));
    }

    @Test
    void needsNeitherCloudNorCredentialsToStart() {
        application.run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void startsWithNoUnusableEndpoint() {
        application
                .withPropertyValues("imagesweep.alibaba.endpoint=ftp://host")
                .run(context -> assertThat(context).hasFailed());
    }

    @EnableConfigurationProperties({AlibabaSettings.class, DeletionSettings.class, PaceSettings.class, Accounts.class})
    static class Settings {}
}
