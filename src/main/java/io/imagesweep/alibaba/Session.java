package io.imagesweep.alibaba;

import com.aliyun.credentials.models.CredentialModel;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Temporary credentials and their end, by our own clock: that of the provider may differ. */
record Session(CredentialModel credentials, Instant end) {

    /** Reads what AssumeRole answers; empty where that is incomplete. */
    static Optional<Session> of(JsonNode body, Instant end) {
        JsonNode given = body.path("Credentials");
        try {
            var credentials = CredentialModel.builder()
                    .accessKeyId(text(given, "AccessKeyId"))
                    .accessKeySecret(text(given, "AccessKeySecret"))
                    .securityToken(text(given, "SecurityToken"))
                    .type("sts")
                    .build();
            return Optional.of(new Session(credentials, end));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String text(JsonNode given, String name) {
        String text = given.path(name).asString("");
        if (text.isEmpty()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return text;
    }

    /** Tells no secret. */
    @Override
    public String toString() {
        return "Session[end=" + end + "]";
    }
}
