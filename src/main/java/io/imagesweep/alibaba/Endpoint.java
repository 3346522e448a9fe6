package io.imagesweep.alibaba;

import com.aliyun.teaopenapi.Client;
import com.aliyun.teaopenapi.models.OpenApiRequest;
import com.aliyun.teaopenapi.models.Params;
import com.aliyun.teautil.models.RuntimeOptions;
import io.imagesweep.candidate.Trial;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;

/**
 * One service of the API behind a client of the SDK. One call each, never repeated. The SDK's typed calls lose the headers of
 * errors and the status of answers that are no JSON, so the generic one is used, and the text read here.
 */
final class Endpoint {

    private final Client client;
    private final String version;
    private final ServerClock clock;

    Endpoint(Client client, String version, InstantSource clock) {
        this.client = client;
        this.version = version;
        this.clock = new ServerClock(clock);
    }

    /** Says how far our clock is from that of the provider, as of the last answer. */
    Trial clock() {
        return clock.trial();
    }

    /**
     * Calls with the credentials of the client.
     *
     * @throws NoKeys where it has none
     */
    Reply signed(String action, Map<String, String> parameters) {
        return send(params(action).setAuthType("AK"), new OpenApiRequest().setQuery(parameters));
    }

    /** Calls without any signature. What is sent is in no URL, which others on the way may keep. */
    Reply unsigned(String action, Map<String, String> form) {
        return send(params(action).setAuthType("Anonymous"), new OpenApiRequest().setBody(form));
    }

    private Reply send(Params params, OpenApiRequest request) {
        try {
            Map<String, ?> answer = client.callApi(params, request, options());
            var headers = (Map<?, ?>) Objects.requireNonNull(answer.get("headers"));
            clock.told(headers);
            int status = Integer.parseInt(String.valueOf(answer.get("statusCode")));
            return Reply.of(status, headers, String.valueOf(answer.get("body")));
        } catch (NoKeys e) {
            throw e;
        } catch (Exception e) {
            return Reply.none(LostCall.answer(e));
        }
    }

    private Params params(String action) {
        return new Params()
                .setAction(action)
                .setVersion(version)
                .setProtocol("HTTPS")
                .setPathname("/")
                .setMethod("POST")
                .setStyle("RPC")
                .setReqBodyType("formData")
                .setBodyType("string");
    }

    private static RuntimeOptions options() {
        return new RuntimeOptions().setReturnErrorResponse(true).setAutoretry(false);
    }
}
