package io.imagesweep.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.Reference;
import io.imagesweep.candidate.Reference.ImageName;
import io.imagesweep.candidate.Referrers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RememberedTemplatesTests {

    private static final AccountRegion HERE = new AccountRegion("1001", "cn-hangzhou");
    private static final AccountRegion THERE = new AccountRegion("1002", "cn-hangzhou");
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Referrers ONE =
            new Referrers(3, List.of(new Reference("launch-template", "lt-1/3", new ImageName.ById("m-1"))));

    private final RememberedTemplates remembered = new RememberedTemplates(Clock.fixed(NOON, ZoneOffset.UTC), 5);

    private static JsonNode line(String id, String latest, String defaultVersion, String modified) {
        return JsonMapper.shared().readTree("""
                {"LaunchTemplateId": "%s", "LatestVersionNumber": %s, "DefaultVersionNumber": %s, "ModifiedTime": "%s"}
                """.formatted(id, latest, defaultVersion, modified));
    }

    private static JsonNode settled(String id) {
        return line(id, "3", "1", "2026-11-24T10:59:59Z");
    }

    @Test
    void areThoseWhoseLineIsTheSame() {
        remembered.remember(HERE, settled("lt-1"), List.of(1L, 2L, 3L), ONE);

        assertThat(remembered.of(HERE, settled("lt-1"))).contains(ONE);
        assertThat(remembered.of(HERE, settled("lt-2"))).isEmpty();
        assertThat(remembered.of(THERE, settled("lt-1"))).isEmpty();
    }

    @Test
    void areNotThoseOfWhichAnythingDiffers() {
        remembered.remember(HERE, settled("lt-1"), List.of(1L, 2L, 3L), ONE);

        assertThat(remembered.of(HERE, line("lt-1", "4", "1", "2026-11-24T10:59:59Z")))
                .isEmpty();
        assertThat(remembered.of(HERE, line("lt-1", "3", "2", "2026-11-24T10:59:59Z")))
                .isEmpty();
        assertThat(remembered.of(HERE, line("lt-1", "3", "1", "2026-11-24T11:00:00Z")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-24T11:00:00Z", "2026-11-24T12:00:00Z", "2026-11-24T12:30:00Z", "lately", ""})
    void areNotThoseThatMayHaveChangedWithinTheSecondOfTheirLine(String modified) {
        var line = line("lt-1", "3", "1", modified);

        remembered.remember(HERE, line, List.of(1L, 2L, 3L), ONE);

        assertThat(remembered.of(HERE, line)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "0", "\"x\""})
    void areNotThoseWhoseVersionsAreNotTold(String number) {
        var withoutLatest = line("lt-1", number, "1", "2026-11-01T10:00:00Z");
        var withoutDefault = line("lt-1", "3", number, "2026-11-01T10:00:00Z");

        remembered.remember(HERE, withoutLatest, List.of(0L, 3L), ONE);
        remembered.remember(HERE, withoutDefault, List.of(0L, 3L), ONE);

        assertThat(remembered.of(HERE, withoutLatest)).isEmpty();
        assertThat(remembered.of(HERE, withoutDefault)).isEmpty();
    }

    @Test
    void areNotThoseOfWhichOtherVersionsWereReadThanTheLineTells() {
        remembered.remember(HERE, settled("lt-1"), List.of(1L, 2L), ONE);
        remembered.remember(HERE, settled("lt-2"), List.of(1L, 3L, 4L), ONE);
        remembered.remember(HERE, settled("lt-3"), List.of(1L, 3L), ONE);

        assertThat(remembered.of(HERE, settled("lt-1"))).isEmpty();
        assertThat(remembered.of(HERE, settled("lt-2"))).isEmpty();
        assertThat(remembered.of(HERE, settled("lt-3"))).contains(ONE);
    }

    @Test
    void areNoMoreThanThereIsRoomFor() {
        remembered.remember(HERE, settled("lt-1"), List.of(3L), ONE);
        remembered.remember(HERE, settled("lt-1"), List.of(3L), ONE);
        remembered.remember(HERE, settled("lt-2"), List.of(3L), ONE);
        remembered.remember(HERE, settled("lt-3"), List.of(3L), ONE);
        remembered.remember(HERE, settled("lt-4"), List.of(3L), new Referrers(1, List.of()));

        assertThat(remembered.of(HERE, settled("lt-1"))).contains(ONE);
        assertThat(remembered.of(HERE, settled("lt-2"))).contains(ONE);
        assertThat(remembered.of(HERE, settled("lt-3"))).isEmpty();
        assertThat(remembered.of(HERE, settled("lt-4"))).isPresent();
    }
}
