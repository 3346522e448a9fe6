package io.imagesweep.alibaba;

import com.aliyun.credentials.models.CredentialModel;
import io.imagesweep.candidate.Trial;
import io.imagesweep.deletion.Answer.Denied;
import io.imagesweep.deletion.Answer.Unclear;
import java.util.Map;

/** One service of the API with one account's credentials, which are renewed where their token is refused. */
final class Api {

    private static final String REFUSED_TOKEN = "InvalidSecurityToken";

    private final Endpoint endpoint;
    private final Keys keys;

    Api(Endpoint endpoint, Keys keys) {
        this.endpoint = endpoint;
        this.keys = keys;
    }

    /** Says how far our clock is from that of the provider, as of the last answer. */
    Trial clock() {
        return endpoint.clock();
    }

    Reply call(String action, Map<String, String> parameters) {
        try {
            CredentialModel used = keys.getCredentials();
            Reply reply = endpoint.signed(action, parameters);
            return tokenRefused(reply) ? afterRenewal(reply, used) : taken(reply, used);
        } catch (NoKeys e) {
            return Reply.none(e.answer());
        }
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
