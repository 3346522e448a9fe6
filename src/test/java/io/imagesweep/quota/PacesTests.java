package io.imagesweep.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.AccountSettings;
import io.imagesweep.candidate.Accounts;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class PacesTests {

    private static final AccountRegion HERE = new AccountRegion("1", "cn-hangzhou");
    private static final AccountRegion THERE = new AccountRegion("2", "cn-hangzhou");

    private final Accounts accounts = new Accounts(List.of(
            new AccountSettings("1", null, List.of("all"), null, null),
            new AccountSettings("2", null, List.of("all"), null, 60)));
    private final Paces paces = new Paces(new PaceSettings(400), accounts, Clock.systemUTC());

    @Test
    void hasOnePacePerAccountRegionAndAction() {
        assertThat(paces.of(HERE, "DeleteImage"))
                .isSameAs(paces.of(HERE, "DeleteImage"))
                .isNotSameAs(paces.of(HERE, "DescribeImages"))
                .isNotSameAs(paces.of(THERE, "DeleteImage"))
                .isNotSameAs(paces.of(new AccountRegion("1", "cn-beijing"), "DeleteImage"));
    }

    @Test
    void takesTheAccountsOwnRateBeforeTheGeneralOne() {
        assertThat(paces.of(HERE, "DeleteImage").permitsPerMinute()).isEqualTo(400);
        assertThat(paces.of(THERE, "DeleteImage").permitsPerMinute()).isEqualTo(60);
    }

    @Test
    void stopsOneAccountAndRegionAlone() {
        Pace here = paces.of(HERE, "DeleteImage");
        Pace there = paces.of(THERE, "DeleteImage");

        paces.stop(HERE);

        assertThat(here.acquire()).isFalse();
        assertThat(there.acquire()).isTrue();
    }

    @Test
    void stopsThoseToComeToo() {
        Pace here = paces.of(HERE, "DeleteImage");

        paces.stopAll();

        assertThat(here.acquire()).isFalse();
        assertThat(paces.of(THERE, "DeleteImage").acquire()).isFalse();
    }

    @Test
    void knowsNoAccountThatIsNotConfigured() {
        assertThatThrownBy(() -> paces.of(new AccountRegion("3", "cn-hangzhou"), "DeleteImage"))
                .hasMessageContaining("account 3 is not configured");
    }
}
