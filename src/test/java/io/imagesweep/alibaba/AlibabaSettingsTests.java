package io.imagesweep.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AlibabaSettingsTests {

    @Test
    void areAllOptional() {
        AlibabaSettings settings = bind(Map.of("imagesweep.alibaba.other", "1"));

        assertThat(settings).isEqualTo(new AlibabaSettings(null, null, null));
        assertThat(settings.hasKey()).isFalse();
        assertThat(complaints(settings)).isEmpty();
    }

    @Test
    void areReadByTheirNames() {
        AlibabaSettings settings = bind(Map.of(
                "imagesweep.alibaba.endpoint", "http://127.0.0.1:4711",
                "imagesweep.alibaba.access-key-id", "testid",
                "imagesweep.alibaba.access-key-secret", "testsecret"));

        assertThat(settings)
                .isEqualTo(new AlibabaSettings(URI.create("http://127.0.0.1:4711"), "testid", "testsecret"));
        assertThat(settings.hasKey()).isTrue();
        assertThat(complaints(settings)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://host",
                "host",
                "http:host",
                "http:///",
                "http://host/path",
                "http://a:b@host",
                "http://h?q=1"
            })
    void demandAUsableEndpoint(String endpoint) {
        assertThat(complaints(new AlibabaSettings(URI.create(endpoint), null, null)))
                .startsWith("imagesweep.alibaba.endpoint is not a URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://ecs-vpc.cn-hangzhou.aliyuncs.com", "http://localhost:8080/", "http://[::1]:8080"})
    void takeAUsableEndpoint(String endpoint) {
        assertThat(complaints(new AlibabaSettings(URI.create(endpoint), null, null)))
                .isEmpty();
    }

    @Test
    void demandAKeyWithItsSecret() {
        assertThat(complaints(new AlibabaSettings(null, "id", null))).contains("set only together");
        assertThat(complaints(new AlibabaSettings(null, null, "secret"))).contains("set only together");
        assertThat(complaints(new AlibabaSettings(null, "", ""))).isEmpty();
    }

    @Test
    void tellNoSecret() {
        assertThat(new AlibabaSettings(null, "my-id", "my-secret").toString()).doesNotContain("my-");
    }

    private static AlibabaSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("imagesweep.alibaba", AlibabaSettings.class);
    }

    private static String complaints(AlibabaSettings settings) {
        try (var factory = Validation.buildDefaultValidatorFactory()) {
            return String.join(
                    "; ",
                    factory.getValidator().validate(settings).stream()
                            .map(complaint -> complaint.getMessage())
                            .toList());
        }
    }
}
