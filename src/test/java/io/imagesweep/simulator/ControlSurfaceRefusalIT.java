package io.imagesweep.simulator;

import static io.imagesweep.simulator.PlainClientForITs.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the control surface does not take, and that it says why in one sentence. */
class ControlSurfaceRefusalIT {

    private static EcsSimulator simulator;
    private static PlainClientForITs client;

    @BeforeAll
    static void start() {
        simulator = EcsSimulator.start("--images", "12", "--regions", "1");
        client = PlainClientForITs.of(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET|nothing||404",
                "POST|state|{}|404",
                "PUT|state|{'accounts': 1}|400",
                "PUT|state|no json|400",
                "PUT|state|null|400",
                "PUT|state/1000000000000001/cn-hangzhou|[]|400",
                "PUT|faults|[{'fault': 'flood'}]|400",
                "PUT|settings|{'speed': 1}|400",
                "PUT|settings|{'latency': 'slow'}|400",
                "PUT|settings|{'missingImage': 500}|400",
                "PUT|settings|{'ratePerMinute': -1}|400",
                "POST|spend|{}|400",
                "PUT|state|{'accounts':[{'accountId':'1','roles':[{'name':'r','deny':[{'actoin':'x'}]}]}]}|400",
                "PUT|state|{'accounts':[{'accountId':'1','regions':[{'regionId':'r','images':[{'imageId':'m','sizeGib':'4'}]}]}]}|400",
                "PUT|state/1000000000000001/cn-hangzhou|null|400",
                "PUT|state/1000000000000001/cn-hangzhou|{'images': 5}|400",
                "PUT|faults|[{'fault': 'error', 'nth': 1.5}]|400",
                "PUT|faults|[{'fault': 'error', 'times': -1}]|400",
                "PUT|faults|[{'fault': 'error', 'speed': 1}]|400",
                "PUT|settings|[]|400",
                "PUT|settings|{'ratePerMinute': 'x'}|400",
                "PUT|settings|{'ratePerMinute': 1.5}|400",
                "PUT|settings|{'clockOffset': 'PT9999999999H'}|400",
                "POST|spend|[]|400",
                "POST|spend|{'accountId': '1', 'action': 'DeleteImage'}|400",
                "POST|spend|{'accountId': '1', 'action': 'DeleteImage', 'perMinute': -1}|400",
                "POST|spend|{'accountId': '1', 'action': 'DeleteImage', 'perMinute': 1, 'speed': 1}|400",
                "GET|calls?mutating=x||400",
                "GET|calls?after=x||400"
            })
    void refusesWhatItDoesNotUnderstand(String method, String path, String body, int status) throws Exception {
        var response = client.control(method, path, body == null ? "" : body);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(json(response).get("error").asString())
                .isNotBlank()
                .doesNotContain("\n", "REDACTED", "io.imagesweep");
    }
}
