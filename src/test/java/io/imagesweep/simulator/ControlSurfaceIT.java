package io.imagesweep.simulator;

import static io.imagesweep.simulator.PlainClientForITs.json;
import static io.imagesweep.simulator.PlainClientForITs.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the control surface tells and takes. */
class ControlSurfaceIT {

    private EcsSimulator simulator;
    private PlainClientForITs client;

    @BeforeEach
    void start() {
        simulator = EcsSimulator.start("--images", "12", "--regions", "1", "--accounts", "2", "--keep-calls", "5");
        client = PlainClientForITs.of(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void tellsTheStateAndTakesItBack() throws Exception {
        var state = client.get("state");
        client.put("state", state.toString());

        assertThat(client.get("state")).isEqualTo(state);
        assertThat(state.at("/accounts/0/regions/0/images")).hasSize(6);
    }

    @Test
    void tellsEachCallAsItWas() throws Exception {
        var before = Instant.now().minusMillis(1);
        var response = client.call("DeleteImage", "RegionId", "cn-hangzhou", "ImageId", "m-0001", "Force", "true");

        assertThat(client.get("calls")).singleElement().satisfies(call -> {
            assertThat(call.get("seq").asInt()).isEqualTo(1);
            assertThat(call.get("accountId").asString()).isEqualTo("1000000000000001");
            assertThat(call.get("regionId").asString()).isEqualTo("cn-hangzhou");
            assertThat(call.get("action").asString()).isEqualTo("DeleteImage");
            assertThat(call.get("parameters")).hasToString("{\"Force\":\"true\",\"ImageId\":\"m-0001\"}");
            assertThat(call.get("httpStatus").asInt()).isEqualTo(200);
            assertThat(call.get("code").isNull()).isTrue();
            assertThat(call.get("requestId")).isEqualTo(json(response).get("RequestId"));
            assertThat(call.get("fault").isNull()).isTrue();
            assertThat(call.get("applied").asBoolean()).isFalse();
            assertThat(call.get("arrivedAt").asString()).matches(".*\\.\\d{3}Z");
            assertThat(Instant.parse(call.get("answeredAt").asString())).isBetween(before, Instant.now());
        });
    }

    @Test
    void findsCallsByActionEffectAndNumber() throws Exception {
        client.call("DescribeRegions");
        client.deleteImage("m-1");
        client.call("DescribeRegions");

        assertThat(client.get("calls?action=DescribeRegions")).hasSize(2);
        assertThat(client.get("calls?mutating=true"))
                .singleElement()
                .satisfies(call -> assertThat(call.get("action").asString()).isEqualTo("DeleteImage"));
        assertThat(client.get("calls?after=2")).hasSize(1);
        client.control("DELETE", "calls", "");
        assertThat(client.get("calls")).isEmpty();
    }

    @Test
    void forgetsTheOldestCalls() throws Exception {
        for (int i = 0; i < 7; i++) {
            client.call("DescribeRegions");
        }

        assertThat(client.get("calls"))
                .extracting(call -> call.get("seq").asInt())
                .containsExactly(3, 4, 5, 6, 7);
    }

    @Test
    void forgetsEverythingWithANewState() throws Exception {
        client.put("faults", "[{'fault': 'error', 'times': 9}]");
        assertThat(outcome(client.call("DescribeRegions"))).isEqualTo("500 InternalError");
        client.put("state", client.get("state").toString());

        assertThat(client.get("calls")).isEmpty();
        assertThat(client.get("quotas")).isEmpty();
        assertThat(outcome(client.call("DescribeRegions"))).isEqualTo("200 -");
    }

    @Test
    void replacesOneRegionAndForgetsNothing() throws Exception {
        client.call("DescribeRegions");
        client.put(
                "state/1000000000000001/cn-hangzhou",
                "{'regionId': 'cn-hangzhou', 'images': [{'imageId': 'm-only', 'creationTime': '-P1D'}]}");

        assertThat(client.get("state").at("/accounts/0/regions/0/images")).hasSize(1);
        assertThat(client.get("state").at("/accounts/1/regions/0/images")).hasSize(6);
        assertThat(client.get("calls")).hasSize(1);
        assertThat(client.control("PUT", "state/77/cn-hangzhou", "{}").statusCode())
                .isEqualTo(404);
        assertThat(client.control("PUT", "state/1000000000000001/x", "{'regionId': 'y'}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void changesItsSettings() throws Exception {
        client.put("settings", "{'latency': '120ms', 'ratePerMinute': 1000}");

        var before = Instant.now();
        client.call("DescribeRegions");
        assertThat(Duration.between(before, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(115));
        assertThat(client.get("settings").get("ratePerMinute").asInt()).isEqualTo(1000);
        assertThat(client.get("settings").get("deletionLag").asString()).isEqualTo("PT0S");
    }

    @Test
    void throttlesUntilTheNextMinute() throws Exception {
        client.put("settings", "{'ratePerMinute': 1}");
        client.put("state", client.get("state").toString());
        var second = client.call("DescribeRegions");
        for (int i = 0; i < 2 && second.statusCode() == 200; i++) {
            second = client.call("DescribeRegions");
        }

        assertThat(outcome(second)).isEqualTo("400 Throttling.User");
        long wait =
                Long.parseLong(second.headers().firstValue("x-acs-retry-after").orElseThrow());
        assertThat(wait).isBetween(1L, 60_000L);
        assertThat(second.body()).contains("Request was denied due to user flow control.");
        assertThat(client.get("quotas")).singleElement().satisfies(quota -> {
            assertThat(quota.get("limit").asInt()).isEqualTo(1);
            assertThat(quota.get("refused").asInt()).isEqualTo(1);
            assertThat(quota.get("action").asString()).isEqualTo("DescribeRegions");
        });
    }

    @Test
    void letsOthersSpendTheQuota() throws Exception {
        client.control(
                "POST",
                "spend",
                "{'accountId': '1000000000000001', 'regionId': 'cn-hangzhou', 'action': 'DeleteImage', 'perMinute': 500}");

        assertThat(outcome(client.deleteImage("m-1"))).isEqualTo("400 Throttling.User");
        assertThat(outcome(client.call("DescribeRegions"))).isEqualTo("200 -");
    }
}
