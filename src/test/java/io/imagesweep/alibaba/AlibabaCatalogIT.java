package io.imagesweep.alibaba;

import static io.imagesweep.alibaba.SimulatedAccounts.other;
import static io.imagesweep.alibaba.SimulatedAccounts.own;
import static io.imagesweep.alibaba.SimulatedAccounts.stranger;
import static io.imagesweep.alibaba.SimulatedCloud.HERE;
import static io.imagesweep.alibaba.SimulatedCloud.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.AccountSettings;
import io.imagesweep.candidate.Candidate;
import io.imagesweep.candidate.Reading;
import io.imagesweep.candidate.Reading.Complete;
import io.imagesweep.candidate.Reading.Unreadable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AlibabaCatalogIT {

    private final SimulatedCloud cloud = new SimulatedCloud("--images", "700", "--regions", "2", "--accounts", "2");

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void listsEveryImageOnceInAllSixStatuses() {
        List<Candidate> images = complete(cloud.catalog().images(HERE));

        assertThat(images).hasSize(175).extracting(Candidate::key).doesNotHaveDuplicates();
        assertThat(images)
                .extracting(Candidate::status)
                .contains("Available", "Creating", "Waiting", "UnAvailable", "CreateFailed", "Deprecated");
        assertThat(cloud.calls("DescribeImages")).hasSize(3);
    }

    @Test
    void readsWhatThePolicyAsksFor() {
        cloud.images("""
                [{"imageId": "m-1", "imageName": "nightly-1", "imageFamily": "nightly", "imageVersion": "1",
                  "status": "Deprecated", "creationTime": "2026-01-01T00:00:00Z", "sizeGib": 40,
                  "tags": {"builder": "packer", "env": ""}, "snapshotIds": ["s-1"],
                  "sharedWith": ["1000000000000002"], "isPublic": true, "isCopied": true}]""");

        var expected = new Candidate(
                image("m-1"),
                "nightly-1",
                "nightly",
                "1",
                "Deprecated",
                Instant.parse("2026-01-01T00:00:00Z"),
                40,
                Map.of("builder", "packer", "env", ""),
                List.of("s-1"),
                true,
                true,
                true);
        assertThat(cloud.catalog().images(HERE)).isEqualTo(new Complete<>(List.of(expected)));
        assertThat(cloud.catalog().image(image("m-1"))).isEqualTo(new Complete<>(Optional.of(expected)));
    }

    @Test
    void listsAnEmptyRegion() {
        cloud.images("[]");

        assertThat(cloud.catalog().images(HERE)).isEqualTo(new Complete<>(List.of()));
        assertThat(cloud.catalog().image(image("m-1"))).isEqualTo(new Complete<>(Optional.empty()));
    }

    @Test
    void namesTheRegionsInOrderAskingOnlyWhereAllAreMeant() {
        var listed = new AccountSettings(own().id(), null, List.of("cn-shanghai", "cn-beijing"), null, null);

        assertThat(cloud.catalog().regions(listed)).isEqualTo(new Complete<>(List.of("cn-beijing", "cn-shanghai")));
        assertThat(cloud.calls("DescribeRegions")).isEmpty();

        assertThat(cloud.catalog().regions(own())).isEqualTo(new Complete<>(List.of("cn-beijing", "cn-hangzhou")));
        assertThat(cloud.catalog().regions(other())).isEqualTo(new Complete<>(List.of("cn-beijing", "cn-hangzhou")));
    }

    @Test
    void readsOnThroughThrottlesAndFaults() {
        cloud.faults(
                "{\"fault\": \"throttle\", \"delay\": \"5ms\", \"rate\": 0.2, \"seed\": 1}",
                "{\"fault\": \"error\", \"httpStatus\": 500, \"code\": \"InternalError\", \"rate\": 0.1, \"seed\": 2}",
                "{\"fault\": \"cut\", \"rate\": 0.1, \"seed\": 3}");

        for (int times = 0; times < 20; times++) {
            assertThat(complete(cloud.catalog().images(HERE))).hasSize(175);
        }
        assertThat(cloud.calls("DescribeImages")).hasSizeGreaterThan(70);
    }

    @Test
    void isPatientButNotForEver() {
        cloud.faults("{\"fault\": \"html\", \"times\": 7}");
        assertThat(cloud.catalog().images(HERE)).isInstanceOf(Complete.class);

        cloud.faults("{\"fault\": \"html\", \"action\": \"DescribeImages\"}");
        int before = cloud.calls("DescribeImages").size();
        assertThat(cloud.catalog().images(HERE)).isInstanceOfSatisfying(Unreadable.class, unreadable -> {
            assertThat(unreadable.ours()).isFalse();
            assertThat(unreadable.why()).startsWith("no JSON: <html>");
        });
        assertThat(cloud.calls("DescribeImages")).hasSize(before + 8);
    }

    @Test
    void asksOnceWhereTheFaultIsOurs() {
        cloud.key("testid", "wrong");

        assertThat(cloud.catalog().images(HERE)).isInstanceOfSatisfying(Unreadable.class, unreadable -> {
            assertThat(unreadable.ours()).isTrue();
            assertThat(unreadable.why()).startsWith("SignatureDoesNotMatch: ");
        });
        assertThat(cloud.catalog().image(image("m-1"))).isInstanceOf(Unreadable.class);
        assertThat(cloud.catalog().regions(own())).isInstanceOf(Unreadable.class);
        assertThat(cloud.calls("DescribeImages")).hasSize(2);
    }

    @Test
    void takesNoImagesOfAnotherAccountThanTheConfiguredOne() {
        var where = new AccountRegion(stranger().id(), "cn-hangzhou");

        assertThat(cloud.catalog().images(where))
                .isEqualTo(new Unreadable<>(
                        true,
                        "account 1000000000000003 is configured, but these credentials show images of account"
                                + " 1000000000000001"));
    }

    @Test
    void doesNotTakeAnAnswerOfNothingForAnEmptyRegion() {
        cloud.faults("{\"fault\": \"error\", \"httpStatus\": 200, \"code\": \"Strange\"}");

        assertThat(cloud.catalog().images(HERE)).isInstanceOf(Unreadable.class);
        assertThat(cloud.catalog().image(image("m-1"))).isInstanceOf(Unreadable.class);
    }

    @Test
    void listsNothingOnceItStopsButStillLooks() {
        cloud.paces().stopAll();

        assertThat(cloud.catalog().images(HERE)).isEqualTo(new Unreadable<>(false, "not read: the run is stopping"));
        assertThat(cloud.calls("DescribeImages")).isEmpty();

        assertThat(cloud.catalog().image(image("m-none"))).isEqualTo(new Complete<>(Optional.empty()));
    }

    @Test
    void looksOnceOnlyWhenItStops() {
        cloud.paces().stopAll();
        cloud.faults("{\"fault\": \"html\"}");

        assertThat(cloud.catalog().image(image("m-1"))).isInstanceOf(Unreadable.class);
        assertThat(cloud.calls("DescribeImages")).hasSize(1);
    }

    private static <T> T complete(Reading<T> reading) {
        return switch (reading) {
            case Complete<T>(T value) -> value;
            case Unreadable<T>(boolean ours, String why) -> throw new AssertionError(ours + " " + why);
        };
    }
}
