package io.imagesweep.alibaba;

import jakarta.validation.constraints.AssertTrue;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How Alibaba Cloud is reached.
 *
 * @param endpoint one URL in the place of the public endpoints of every service, for a private endpoint or a simulator
 * @param accessKeyId without a key the SDK's chain of credentials is asked: environment, profile, role of the machine
 * @param accessKeySecret the key's other half
 */
@Validated
@ConfigurationProperties("imagesweep.alibaba")
record AlibabaSettings(
        @Nullable URI endpoint,
        @Nullable String accessKeyId,
        @Nullable String accessKeySecret) {

    @AssertTrue(
            message = "imagesweep.alibaba.endpoint is not a URL of the form http://HOST[:PORT] or https://HOST[:PORT]")
    boolean isEndpointUsable() {
        return endpoint == null
                || (Set.of("http", "https").contains(String.valueOf(endpoint.getScheme()))
                        && endpoint.getHost() != null
                        && endpoint.getUserInfo() == null
                        && Set.of("", "/").contains(endpoint.getPath())
                        && endpoint.getQuery() == null);
    }

    @AssertTrue(
            message = "imagesweep.alibaba.access-key-id and imagesweep.alibaba.access-key-secret are set only together")
    boolean isKeyWhole() {
        return present(accessKeyId) == present(accessKeySecret);
    }

    boolean hasKey() {
        return present(accessKeyId) && present(accessKeySecret);
    }

    /** Tells no secret. */
    @Override
    public String toString() {
        return "AlibabaSettings[endpoint=%s, key %s]".formatted(endpoint, hasKey() ? "set" : "not set");
    }

    private static boolean present(@Nullable String value) {
        return value != null && !value.isBlank();
    }
}
