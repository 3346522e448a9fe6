package io.imagesweep.alibaba;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The role that the environment says to assume with a token of an OIDC provider: Kubernetes calls it RRSA.
 *
 * @param sessionName null: the name of the run
 */
record WebIdentity(
        String roleArn,
        String providerArn,
        Path tokenFile,
        @Nullable String sessionName) {

    /** Empty, too, where the environment has an access key, which comes first in the SDK's chain (credentials-java 1.0.3). */
    static Optional<WebIdentity> of(Map<String, String> environment, Map<?, ?> properties) {
        String role = environment.getOrDefault("ALIBABA_CLOUD_ROLE_ARN", "");
        String provider = environment.getOrDefault("ALIBABA_CLOUD_OIDC_PROVIDER_ARN", "");
        String file = environment.getOrDefault("ALIBABA_CLOUD_OIDC_TOKEN_FILE", "");
        if (role.isEmpty() || provider.isEmpty() || file.isEmpty() || hasKey(environment, properties)) {
            return Optional.empty();
        }
        String name = environment.getOrDefault("ALIBABA_CLOUD_ROLE_SESSION_NAME", "");
        return Optional.of(new WebIdentity(role, provider, Path.of(file), name.isEmpty() ? null : name));
    }

    /** The host of STS that the environment says to ask, by the rules of the SDK. */
    static String stsHost(Map<String, String> environment) {
        String region = environment.getOrDefault("ALIBABA_CLOUD_STS_REGION", "");
        boolean inside = Boolean.parseBoolean(environment.get("ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED"));
        return region.isEmpty() ? "sts.aliyuncs.com" : "sts%s.%s.aliyuncs.com".formatted(inside ? "-vpc" : "", region);
    }

    private static boolean hasKey(Map<String, String> environment, Map<?, ?> properties) {
        return (has(environment, "ALIBABA_CLOUD_ACCESS_KEY_ID") && has(environment, "ALIBABA_CLOUD_ACCESS_KEY_SECRET"))
                || (has(properties, "alibabacloud.accessKeyId")
                        && (has(properties, "alibabacloud.accessKeySecret")
                                || has(properties, "alibabacloud.accessKeyIdSecret")));
    }

    private static boolean has(Map<?, ?> settings, String name) {
        Object value = settings.get(name);
        return value != null && !value.toString().isEmpty();
    }
}
