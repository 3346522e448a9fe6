package io.imagesweep.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The claims of a JSON web token. Its signature is not looked at: nobody here could fetch the key of its issuer. */
public record OidcToken(String issuer, String subject, List<String> audience, Instant end) {

    /** A token as a cluster writes it, for STS, that ends at {@code end}. */
    public OidcToken(String issuer, String subject, Instant end) {
        this(issuer, subject, List.of("sts.aliyuncs.com"), end);
    }

    /** Writes it, with a signature that is none. */
    public String text() {
        var claims = Map.of("iss", issuer, "sub", subject, "aud", audience, "exp", end.getEpochSecond());
        return part(Map.of("alg", "RS256")) + "." + part(claims) + ".c2lnbmF0dXJl";
    }

    /** Refuses what is no token with an issuer, a subject, an audience and an end. */
    static OidcToken of(String text) {
        var parts = text.split("\\.", -1);
        if (parts.length != 3) {
            throw ErrorCode.OIDC_INVALID.refusal();
        }
        var claims = claims(parts[1]);
        var audience = claims.path("aud");
        if (!claims.path("iss").isString()
                || !claims.path("sub").isString()
                || !claims.path("exp").isNumber()) {
            throw ErrorCode.OIDC_INVALID.refusal();
        }
        return new OidcToken(
                claims.path("iss").asString(),
                claims.path("sub").asString(),
                audience.isArray()
                        ? audience.valueStream().map(JsonNode::asString).toList()
                        : List.of(audience.asString("")),
                Instant.ofEpochSecond(claims.path("exp").asLong()));
    }

    private static String part(Map<String, ?> content) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(JsonMapper.shared().writeValueAsBytes(content));
    }

    private static JsonNode claims(String part) {
        try {
            return JsonMapper.shared()
                    .readTree(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | JacksonException e) {
            throw ErrorCode.OIDC_INVALID.refusal();
        }
    }
}
