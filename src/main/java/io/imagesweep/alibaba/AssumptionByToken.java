package io.imagesweep.alibaba;

import io.imagesweep.candidate.SessionName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/** Assumes a role with a token of an OIDC provider, which is read anew each time: its file is replaced before it ends. */
record AssumptionByToken(WebIdentity identity, SessionName session, Endpoint sts) implements Assumption {

    @Override
    public Reply ask(Duration lifetime) {
        return sts.unsigned(
                "AssumeRoleWithOIDC",
                Map.of(
                        "RoleArn",
                        identity.roleArn(),
                        "OIDCProviderArn",
                        identity.providerArn(),
                        "OIDCToken",
                        token(),
                        "RoleSessionName",
                        Objects.requireNonNullElseGet(identity.sessionName(), session::toString),
                        "DurationSeconds",
                        String.valueOf(lifetime.toSeconds())));
    }

    private String token() {
        try {
            String token = Files.readString(identity.tokenFile(), StandardCharsets.UTF_8)
                    .strip();
            if (!token.isEmpty()) {
                return token;
            }
            throw noToken("is empty");
        } catch (IOException e) {
            throw noToken("cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    private NoKeys noToken(String why) {
        return new NoKeys(
                "no credentials: the token for %s, %s of ALIBABA_CLOUD_OIDC_TOKEN_FILE, %s"
                        .formatted(this, identity.tokenFile(), why),
                "mount it there");
    }

    @Override
    public String toString() {
        return "role %s by %s".formatted(identity.roleArn(), identity.providerArn());
    }
}
