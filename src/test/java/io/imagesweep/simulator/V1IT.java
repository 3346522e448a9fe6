package io.imagesweep.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The old signature, by query, by form and by both, answered in XML unless JSON is asked for. */
class V1IT {

    private static final String FORM = "application/x-www-form-urlencoded";

    private static EcsSimulator simulator;
    private static HttpClient http;

    @BeforeAll
    static void start() {
        simulator = EcsSimulator.start("--images", "6", "--accounts", "1", "--regions", "1", "--rate-per-minute", "0");
        http = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        http.close();
        simulator.close();
    }

    @Test
    void answersXmlUnlessJsonIsAskedFor() throws Exception {
        var xml = get(signed("GET", parameters()));
        var asked = parameters();
        asked.put("Format", "json");
        var json = get(signed("GET", asked));

        assertThat(xml.statusCode()).isEqualTo(200);
        assertThat(xml.body())
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?><DescribeRegionsResponse>")
                .contains("<Regions><Region><RegionId>cn-hangzhou</RegionId>");
        assertThat(json.body()).startsWith("{").contains("\"RegionId\":\"cn-hangzhou\"");
    }

    @Test
    void takesParametersFromAForm() throws Exception {
        assertThat(post("/", FORM, PercentEncoding.query(signed("POST", parameters())))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void takesParametersFromTheQueryOfAPostWithAnEmptyForm() throws Exception {
        assertThat(post("/?" + PercentEncoding.query(signed("POST", parameters())), FORM, "")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void isNotMistakenForV3ByItsHeaders() throws Exception {
        var request = HttpRequest.newBuilder(uri("/?" + PercentEncoding.query(signed("GET", parameters()))))
                .header("x-acs-action", "DescribeRegions")
                .header("x-acs-version", "2014-05-26")
                .build();

        assertThat(send(request).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "AccessKeyId,,MissingAccessKeyId,400",
        "AccessKeyId,nobody,InvalidAccessKeyId.NotFound,404",
        "SignatureNonce,,MissingSignatureNonce,400",
        "Timestamp,,MissingTimestamp,400",
        "Timestamp,yesterday,InvalidTimeStamp.Format,400",
        "Timestamp,2016-02-23T12:46:24.5Z,InvalidTimeStamp.Format,400",
        "Timestamp,2016-02-30T12:46:24Z,InvalidTimeStamp.Format,400",
        "Timestamp,2016-02-23T12:46:24Z,InvalidTimeStamp.Expired,400",
        "SignatureMethod,HMAC-MD5,InvalidSignatureMethod,400",
        "SignatureVersion,2.0,InvalidSignatureVersion,400",
        "Action,,MissingAction,400",
        "Action,Nothing,InvalidAction.NotFound,404",
        "Version,,MissingVersion,400",
        "Version,1999-01-01,InvalidVersion,400",
        "Format,YAML,InvalidParameter.Format,400"
    })
    void refusesWhatIsWrong(String name, String value, String code, int status) throws Exception {
        var parameters = parameters();
        parameters.put(name, value == null ? "" : value);
        var response = get(signed("GET", parameters));

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).contains("<Error><RequestId>", "<HostId>", "<Code>" + code + "</Code>");
    }

    @Test
    void endsTheMessageOfAWrongSignatureWithTheTextItSigned() throws Exception {
        var parameters = signed("GET", parameters());
        parameters.put("Signature", "bm8=");
        var text = "GET&amp;%2F&amp;AccessKeyId%3Dtestid%26Action%3DDescribeRegions";

        assertThat(get(parameters).body()).contains("server string to sign is:" + text);
    }

    private static SortedMap<String, String> parameters() {
        var parameters = new TreeMap<String, String>();
        parameters.put("AccessKeyId", "testid");
        parameters.put("Action", "DescribeRegions");
        parameters.put("Version", "2014-05-26");
        parameters.put("SignatureMethod", "HMAC-SHA1");
        parameters.put("SignatureVersion", "1.0");
        parameters.put("SignatureType", "");
        parameters.put("SignatureNonce", UUID.randomUUID().toString());
        parameters.put("Timestamp", Moments.wholeSeconds(Instant.now()).toString());
        return parameters;
    }

    private static SortedMap<String, String> signed(String method, SortedMap<String, String> parameters) {
        var text = method + "&%2F&" + PercentEncoding.encode(PercentEncoding.query(parameters));
        parameters.put("Signature", SignatureV1.sign("testsecret", text));
        return parameters;
    }

    private static HttpResponse<String> get(SortedMap<String, String> parameters) throws Exception {
        return send(HttpRequest.newBuilder(uri("/?" + PercentEncoding.query(parameters)))
                .build());
    }

    private static HttpResponse<String> post(String path, String contentType, String body) throws Exception {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static URI uri(String pathAndQuery) {
        return URI.create(simulator.uri() + pathAndQuery);
    }
}
