package io.imagesweep.simulator;

import static io.imagesweep.simulator.PlainClientForITs.json;
import static io.imagesweep.simulator.PlainClientForITs.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each way to be refused at the door. */
class AuthenticationIT {

    private static final String STATE = """
            {'accounts': [{'accountId': '1', 'accessKeys': [{'id': 'testid', 'secret': 'testsecret'},
                 {'id': 'off', 'secret': 'testsecret', 'active': false}],
               'regions': [{'regionId': 'cn-hangzhou'}]}]}
            """;

    private static EcsSimulator simulator;
    private static PlainClientForITs client;

    @BeforeAll
    static void start() {
        simulator = EcsSimulator.start("--images", "0", "--rate-per-minute", "0");
        client = PlainClientForITs.of(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @BeforeEach
    void load() throws Exception {
        client.put("state", STATE);
        client.put("settings", "{'clockOffset': '0s'}");
    }

    @Test
    void refusesKeysThatAreUnknownInactiveOrWrong() throws Exception {
        assertThat(outcome(client.with("nobody", "x", "").call("DescribeRegions")))
                .isEqualTo("404 InvalidAccessKeyId.NotFound");
        assertThat(outcome(client.with("off", "testsecret", "").call("DescribeRegions")))
                .isEqualTo("400 InvalidAccessKeyId.Inactive");
        assertThat(outcome(client.with("testid", "x", "").call("DescribeRegions")))
                .isEqualTo("400 SignatureDoesNotMatch");
        assertThat(outcome(client.with("testid", "testsecret", "token").call("DescribeRegions")))
                .isEqualTo("400 InvalidSecurityToken.Malformed");
    }

    @Test
    void endsTheMessageOfAWrongSignatureWithTheTextItSigned() throws Exception {
        var message = json(client.with("testid", "x", "").call("DescribeRegions"))
                .get("Message")
                .asString();

        assertThat(message).matches("(?s).*server string to sign is:ACS3-HMAC-SHA256\n[0-9a-f]{64}");
    }

    @Test
    void refusesANonceThatWasUsed() throws Exception {
        assertThat(outcome(nonce("n-1", Instant.now()))).isEqualTo("200 -");
        assertThat(outcome(nonce("n-1", Instant.now()))).isEqualTo("400 SignatureNonceUsed");
        assertThat(outcome(nonce("n-2", Instant.now()))).isEqualTo("200 -");
    }

    @Test
    void refusesATimeMoreThanFifteenMinutesOff() throws Exception {
        assertThat(outcome(nonce("a", Instant.now().minus(Duration.ofMinutes(14)))))
                .isEqualTo("200 -");
        assertThat(outcome(nonce("b", Instant.now().plus(Duration.ofMinutes(14)))))
                .isEqualTo("200 -");
        assertThat(outcome(nonce("c", Instant.now().minus(Duration.ofMinutes(16)))))
                .isEqualTo("400 InvalidTimeStamp.Expired");
        assertThat(outcome(nonce("d", Instant.now().plus(Duration.ofMinutes(16)))))
                .isEqualTo("400 InvalidTimeStamp.Expired");
    }

    @Test
    void movesItsClockAsTold() throws Exception {
        client.put("settings", "{'clockOffset': 'PT1H'}");

        assertThat(outcome(nonce("e", Instant.now()))).isEqualTo("400 InvalidTimeStamp.Expired");
        assertThat(outcome(nonce("f", Instant.now().plus(Duration.ofHours(1))))).isEqualTo("200 -");
    }

    @Test
    void refusesWhatIsNotSignedOrSignedInPart() throws Exception {
        assertThat(outcome(plain("/?Action=DescribeRegions&Version=2014-05-26&Format=JSON")))
                .isEqualTo("400 MissingAccessKeyId");
        assertThat(outcome(signed("ACS3-HMAC-SHA256 Credential=testid"))).isEqualTo("400 IncompleteSignature");
        assertThat(outcome(signed("ACS3-HMAC-SM3 Credential=testid,SignedHeaders=host,Signature=00")))
                .isEqualTo("400 InvalidSignatureMethod");
        assertThat(outcome(signed("ACS3-HMAC-SHA256 Credential=testid,SignedHeaders=host,Signature=00")))
                .isEqualTo("400 MissingTimestamp");
    }

    @Test
    void refusesAnActionThatNobodyKnows() throws Exception {
        assertThat(outcome(client.call("RunInstances"))).isEqualTo("404 InvalidAction.NotFound");
    }

    private static java.net.http.HttpResponse<String> nonce(String nonce, Instant date) throws Exception {
        return client.send(client.request("DescribeRegions", date, nonce));
    }

    private static java.net.http.HttpResponse<String> plain(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(simulator.uri().resolve(path)).build());
    }

    private static java.net.http.HttpResponse<String> signed(String authorization) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(simulator.uri() + "/"))
                .header("Authorization", authorization)
                .header("x-acs-action", "DescribeRegions")
                .header("x-acs-version", "2014-05-26")
                .header("x-acs-signature-nonce", "n")
                .build());
    }
}
