package io.imagesweep.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of a few lines that signs V3 calls and speaks to the control surface; it shares no code with the simulator's checks. */
final class PlainClientForITs {

    private static final String SIGNED = "host;x-acs-action;x-acs-date;x-acs-signature-nonce;x-acs-version";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI server;
    private final String id;
    private final String secret;
    private final String token;

    PlainClientForITs(URI server, String id, String secret, String token) {
        this.server = server;
        this.id = id;
        this.secret = secret;
        this.token = token;
    }

    static PlainClientForITs of(EcsSimulator simulator) {
        return new PlainClientForITs(simulator.uri(), "testid", "testsecret", "");
    }

    /** A client with the keys that AssumeRole answered. */
    PlainClientForITs with(JsonNode credentials) {
        return new PlainClientForITs(
                server,
                credentials.get("AccessKeyId").asString(),
                credentials.get("AccessKeySecret").asString(),
                credentials.get("SecurityToken").asString());
    }

    PlainClientForITs with(String newId, String newSecret, String newToken) {
        return new PlainClientForITs(server, newId, newSecret, newToken);
    }

    HttpResponse<String> call(String action, String... parameters) throws IOException, InterruptedException {
        return http.send(request(action, parameters), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> deleteImage(String imageId) throws IOException, InterruptedException {
        return call("DeleteImage", "RegionId", "cn-hangzhou", "ImageId", imageId);
    }

    HttpRequest request(String action, String... parameters) {
        return request(action, Instant.now(), UUID.randomUUID().toString(), parameters);
    }

    HttpRequest request(String action, Instant date, String nonce, String... parameters) {
        var sorted = new TreeMap<String, String>();
        for (int i = 0; i < parameters.length; i += 2) {
            sorted.put(parameters[i], parameters[i + 1]);
        }
        var query = query(sorted);
        var version = version(action);
        var time = date.truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString();
        var canonical = "POST\n/\n" + query + "\nhost:" + server.getAuthority() + "\nx-acs-action:" + action
                + "\nx-acs-date:" + time + "\nx-acs-signature-nonce:" + nonce + "\nx-acs-version:" + version + "\n\n"
                + SIGNED + "\n" + Digests.sha256("");
        var signature = SignatureV3.sign(secret, "ACS3-HMAC-SHA256\n" + Digests.sha256(canonical));
        var request = HttpRequest.newBuilder(URI.create(server + "/?" + query))
                .POST(HttpRequest.BodyPublishers.noBody())
                .timeout(Duration.ofSeconds(20))
                .header("x-acs-action", action)
                .header("x-acs-date", time)
                .header("x-acs-signature-nonce", nonce)
                .header("x-acs-version", version)
                .header(
                        "Authorization",
                        "ACS3-HMAC-SHA256 Credential=" + id + ",SignedHeaders=" + SIGNED + ",Signature=" + signature);
        return token.isEmpty()
                ? request.build()
                : request.header("x-acs-security-token", token).build();
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> control(String method, String path, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(server.resolve("/_simulator/" + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
                .build());
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return json(control("GET", path, ""));
    }

    void put(String path, String body) throws IOException, InterruptedException {
        var answer = control("PUT", path, body);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.body());
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    /** Status and code, as {@code 403 ImageUseShared}. */
    static String outcome(HttpResponse<String> response) {
        return response.statusCode() + " " + json(response).path("Code").asString("-");
    }

    private static String version(String action) {
        if (action.startsWith("DescribeScaling")) {
            return "2014-08-28";
        }
        return action.equals("AssumeRole") || action.equals("GetCallerIdentity") ? "2015-04-01" : "2014-05-26";
    }

    private static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
