package io.imagesweep.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.imagesweep.simulator.Permissions.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class PermissionsTests {

    private static final String IMAGE = "acs:ecs:cn-beijing:1:image/m-1";

    @Test
    void allowsWhatIsAllowedAndNothingElse() {
        var permissions = Permissions.of(List.of(new Grant("ecs:Describe*", null)), null, null);

        assertThat(permissions.verdict("ecs:DescribeImages", IMAGE)).isEqualTo(Verdict.ALLOWED);
        assertThat(permissions.verdict("ecs:describeimages", IMAGE)).isEqualTo(Verdict.ALLOWED);
        assertThat(permissions.verdict("ecs:DeleteImage", IMAGE)).isEqualTo(Verdict.IMPLICIT_DENY);
    }

    @Test
    void letsADenialBeatEveryAllowance() {
        var permissions = Permissions.of(
                List.of(new Grant("*", null)),
                List.of(new Grant("ecs:DeleteImage", "acs:ecs:cn-beijing:*:image/*")),
                null);

        assertThat(permissions.verdict("ecs:DeleteImage", IMAGE)).isEqualTo(Verdict.EXPLICIT_DENY);
        assertThat(permissions.verdict("ecs:DeleteImage", "acs:ecs:cn-hangzhou:1:image/m-1"))
                .isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void readsAPolicyDocument() {
        var permissions = policy("""
                {"Version": "1", "Statement": [
                  {"Effect": "Allow", "Action": ["ecs:DescribeImages", "ecs:DeleteImage"], "Resource": "acs:ecs:*:1:image/*"},
                  {"Effect": "Deny", "NotAction": "ecs:Describe*", "NotResource": ["acs:ecs:cn-beijing:*"]}]}
                """);

        assertThat(permissions.verdict("ecs:DescribeImages", "acs:ecs:cn-hangzhou:1:image/*"))
                .isEqualTo(Verdict.ALLOWED);
        assertThat(permissions.verdict("ecs:DeleteImage", IMAGE)).isEqualTo(Verdict.ALLOWED);
        assertThat(permissions.verdict("ecs:DeleteImage", "acs:ecs:cn-hangzhou:1:image/m-1"))
                .isEqualTo(Verdict.EXPLICIT_DENY);
        assertThat(permissions.verdict("ecs:DescribeInstances", "acs:ecs:cn-hangzhou:1:instance/*"))
                .isEqualTo(Verdict.IMPLICIT_DENY);
    }

    @Test
    void refusesADocumentThatIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> policy("{}"));
        assertThatIllegalArgumentException().isThrownBy(() -> policy("\"no json\""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy("{\"Statement\": {\"Effect\": \"Perhaps\", \"Action\": \"*\"}}"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy("{\"Statement\": {\"Effect\": \"Allow\", \"Action\": []}}"));
    }

    @ParameterizedTest
    @CsvSource({
        "*,anything,true",
        "a*c,abbc,true",
        "a*c,abbd,false",
        "a?c,abc,true",
        "a?c,ac,false",
        "abc,abc,true",
        "abc,abcd,false",
        "*b*,abc,true",
        "a**,a,true",
        "*.*x,a.b.x,true"
    })
    void matchesPatterns(String pattern, String text, boolean matches) {
        assertThat(new Glob(pattern).matches(text)).isEqualTo(matches);
    }

    private static Permissions policy(String json) {
        return Permissions.of(null, null, JsonMapper.shared().readTree(json));
    }
}
