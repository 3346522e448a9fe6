package io.imagesweep.alibaba;

import static io.imagesweep.alibaba.SimulatedCloud.OTHER;
import static io.imagesweep.alibaba.SimulatedCloud.THERE;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.ImageKey;
import io.imagesweep.candidate.Reading.Complete;
import io.imagesweep.candidate.Reading.Unreadable;
import io.imagesweep.deletion.Answer.Unclear;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How often STS is asked for a role, and what holds while it does not answer. */
@Timeout(60)
class AssumedRoleIT {

    private final MovingClock clock = new MovingClock();
    private final SimulatedCloud cloud =
            new SimulatedCloud("--images", "100", "--regions", "2", "--accounts", "2").at(clock);

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void isAssumedOnceForAllRegionsAndThreads() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 64).forEach(_ -> threads.execute(this::list));
        }
        var beijing = new AccountRegion(OTHER, "cn-beijing");

        assertThat(cloud.catalog().images(beijing)).isInstanceOf(Complete.class);
        assertThat(cloud.calls("AssumeRole"))
                .singleElement()
                .satisfies(call -> assertThat(
                                call.path("parameters").path("RoleSessionName").asString())
                        .isEqualTo("imagesweep"));
    }

    @Test
    void isRenewedBeforeItEnds() {
        list();
        clock.move(Duration.ofMinutes(49));
        list();
        assertThat(cloud.calls("AssumeRole")).hasSize(1);

        clock.move(Duration.ofMinutes(2));
        list();
        assertThat(cloud.calls("AssumeRole")).hasSize(2);
    }

    @Test
    void holdsOnThoughItCannotBeRenewedEarlyAndDoesNotAskAllTheTime() {
        list();
        clock.move(Duration.ofMinutes(51));
        cloud.faults("{\"action\": \"AssumeRole\", \"fault\": \"html\"}");

        assertThat(cloud.catalog().images(THERE)).isInstanceOf(Complete.class);
        assertThat(cloud.catalog().images(THERE)).isInstanceOf(Complete.class);
        assertThat(cloud.calls("AssumeRole")).hasSize(2);
    }

    @Test
    void isRenewedPatientlyWhenItHasEnded() {
        list();
        clock.move(Duration.ofMinutes(61));
        cloud.faults(
                "{\"action\": \"AssumeRole\", \"fault\": \"throttle\", \"delay\": \"5ms\", \"times\": 9}",
                "{\"action\": \"AssumeRole\", \"fault\": \"close\", \"times\": 7}");

        assertThat(cloud.catalog().images(THERE)).isInstanceOf(Complete.class);
        assertThat(cloud.calls("AssumeRole")).hasSize(18);
    }

    @Test
    void isNotReadableForNowWhenStsDoesNotAnswer() {
        cloud.faults("{\"action\": \"AssumeRole\", \"fault\": \"html\"}");

        assertThat(cloud.catalog().images(THERE)).isInstanceOfSatisfying(Unreadable.class, unreadable -> {
            assertThat(unreadable.ours()).isFalse();
            assertThat(unreadable.why()).startsWith("role acs:ram::1000000000000002:role/imagesweep: no JSON");
        });
    }

    @Test
    void isAskedForOnceByAllWhoWaitWhileStsDoesNotAnswer() {
        cloud.settings("{\"latency\": \"50ms\"}").faults("{\"action\": \"AssumeRole\", \"fault\": \"html\"}");

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 64)
                    .forEach(_ -> threads.execute(() -> cloud.catalog().images(THERE)));
        }

        assertThat(cloud.calls("AssumeRole")).hasSizeBetween(2, 20);
    }

    @Test
    void isDeniedOnceForAllRegionsAndThreadsAndLaterAskedForAgain() {
        cloud.faults(
                "{\"action\": \"AssumeRole\", \"fault\": \"error\", \"httpStatus\": 403, \"code\": \"NoPermission\"}");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 64)
                    .forEach(_ -> threads.execute(() -> cloud.catalog().images(THERE)));
        }
        assertThat(cloud.catalog().images(new AccountRegion(OTHER, "cn-beijing")))
                .isInstanceOf(Unreadable.class);
        assertThat(cloud.calls("AssumeRole")).hasSize(1);

        cloud.faults();
        clock.move(Duration.ofMinutes(6));

        list();
    }

    @Test
    void isAskedForOnceWhenTheRunStops() {
        cloud.paces().stopAll();
        cloud.faults("{\"action\": \"AssumeRole\", \"fault\": \"html\"}");

        assertThat(cloud.delete(new ImageKey(THERE, "m-none")))
                .isInstanceOfSatisfying(
                        Unclear.class, unclear -> assertThat(unclear.sent()).isFalse());
        assertThat(cloud.calls("AssumeRole")).hasSize(1);
    }

    private void list() {
        assertThat(cloud.catalog().images(THERE)).isInstanceOf(Complete.class);
    }
}
