package io.imagesweep.alibaba;

import com.aliyun.credentials.models.CredentialModel;
import com.aliyun.teaopenapi.Client;
import com.aliyun.teaopenapi.models.OpenApiRequest;
import com.aliyun.teaopenapi.models.Params;
import com.aliyun.teautil.models.RuntimeOptions;
import io.imagesweep.candidate.Trial;
import io.imagesweep.deletion.Answer.Denied;
import io.imagesweep.deletion.Answer.Unclear;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;

/**
 * One service of the API with one account's credentials. One call each, never repeated. The SDK's typed calls lose the
 * headers of errors and the status of answers that are no JSON, so the generic one is used, and the text read here.
 */
final class Api {

    private static final String REFUSED_TOKEN = "InvalidSecurityToken";

    private final Client client;
    private final String version;
    private final Keys keys;

    private final ServerClock clock;

    Api(Client client, String version, Keys keys, InstantSource clock) {
        this.client = client;
        this.version = version;
        this.keys = keys;
        this.clock = new ServerClock(clock);
    }

    /** Says how far our clock is from that of the provider, as of the last answer. */
    Trial clock() {
        return clock.trial();
    }

    Reply call(String action, Map<String, String> parameters) {
        try {
            CredentialModel used = keys.getCredentials();
            Reply reply = send(action, parameters);
            return tokenRefused(reply) ? afterRenewal(reply, used) : taken(reply, used);
        } catch (NoKeys e) {
            return Reply.none(e.answer());
        }
    }

    private Reply send(String action, Map<String, String> parameters) {
        try {
            Map<String, ?> answer =
                    client.callApi(params(action), new OpenApiRequest().setQuery(parameters), options());
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
                .setAuthType("AK")
                .setStyle("RPC")
                .setReqBodyType("formData")
                .setBodyType("string");
    }

    private static RuntimeOptions options() {
        return new RuntimeOptions().setReturnErrorResponse(true).setAutoretry(false);
    }

    private static boolean tokenRefused(Reply reply) {
        return reply.answer() instanceof Denied denied
                && String.valueOf(denied.said().code()).startsWith(REFUSED_TOKEN);
    }

    /** A refused call did nothing; with new credentials the same call is worth repeating. */
    private Reply afterRenewal(Reply reply, CredentialModel refused) {
        return keys.renewed(refused) ? Reply.none(new Unclear(reply.answer().said(), false)) : reply;
    }

    private Reply taken(Reply reply, CredentialModel used) {
        if (reply.accepted()) {
            keys.taken(used);
        }
        return reply;
    }
}
