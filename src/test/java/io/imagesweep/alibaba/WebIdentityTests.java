package io.imagesweep.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebIdentityTests {

    private final Map<String, String> environment = new TreeMap<>(Map.of(
            "ALIBABA_CLOUD_ROLE_ARN", "acs:ram::1:role/nightly",
            "ALIBABA_CLOUD_OIDC_PROVIDER_ARN", "acs:ram::1:oidc-provider/cluster",
            "ALIBABA_CLOUD_OIDC_TOKEN_FILE", "/var/run/token"));

    @Test
    void isWhatTheEnvironmentSays() {
        assertThat(WebIdentity.of(environment, Map.of()))
                .contains(new WebIdentity(
                        "acs:ram::1:role/nightly",
                        "acs:ram::1:oidc-provider/cluster",
                        Path.of("/var/run/token"),
                        null));
    }

    @Test
    void namesItsSessionsAsTheEnvironmentSays() {
        environment.put("ALIBABA_CLOUD_ROLE_SESSION_NAME", "mine");

        assertThat(WebIdentity.of(environment, Map.of()).orElseThrow().sessionName())
                .isEqualTo("mine");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ALIBABA_CLOUD_ROLE_ARN", "ALIBABA_CLOUD_OIDC_PROVIDER_ARN", "ALIBABA_CLOUD_OIDC_TOKEN_FILE"})
    void isNoneWhereOneIsMissing(String name) {
        environment.put(name, "");

        assertThat(WebIdentity.of(environment, Map.of())).isEmpty();
    }

    @Test
    void comesAfterAnAccessKeyThatIsWhole() {
        environment.put("ALIBABA_CLOUD_ACCESS_KEY_ID", "id");
        assertThat(WebIdentity.of(environment, Map.of())).isPresent();

        environment.put("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "secret");
        assertThat(WebIdentity.of(environment, Map.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"alibabacloud.accessKeySecret", "alibabacloud.accessKeyIdSecret"})
    void comesAfterAnAccessKeyAmongTheProperties(String secret) {
        assertThat(WebIdentity.of(environment, Map.of("alibabacloud.accessKeyId", "id", secret, "secret")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            '',           '',    sts.aliyuncs.com
            cn-shanghai,  '',    sts.cn-shanghai.aliyuncs.com
            cn-shanghai,  true,  sts-vpc.cn-shanghai.aliyuncs.com
            '',           true,  sts.aliyuncs.com
            """)
    void knowsTheHostOfSts(String region, String inside, String host) {
        assertThat(WebIdentity.stsHost(
                        Map.of("ALIBABA_CLOUD_STS_REGION", region, "ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED", inside)))
                .isEqualTo(host);
    }
}
