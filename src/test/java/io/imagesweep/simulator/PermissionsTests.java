package io.imagesweep.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.imagesweep.simulator.Permissions.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class PermissionsTests {

    private static final String IMAGE = "acs:ecs:cn-beijing:1:image/m-1";
    private static final Circumstances NOTHING = new Circumstances(Instant.EPOCH, "127.0.0.1", Map::of);

    @Test
    void allowsWhatIsAllowedAndNothingElse() {
        var permissions = Permissions.of(List.of(new Grant("ecs:Describe*", null)), null, null);

        assertThat(permissions.verdict("ecs:DescribeImages", IMAGE, NOTHING)).isEqualTo(Verdict.ALLOWED);
        assertThat(permissions.verdict("ecs:describeimages", IMAGE, NOTHING)).isEqualTo(Verdict.ALLOWED);
        assertThat(permissions.verdict("ecs:DeleteImage", IMAGE, NOTHING)).isEqualTo(Verdict.IMPLICIT_DENY);
    }

    @Test
    void letsADenialBeatEveryAllowance() {
        var permissions = Permissions.of(
                List.of(new Grant("*", null)),
                List.of(new Grant("ecs:DeleteImage", "acs:ecs:cn-beijing:*:image/*")),
                null);

        assertThat(permissions.verdict("ecs:DeleteImage", IMAGE, NOTHING)).isEqualTo(Verdict.EXPLICIT_DENY);
        assertThat(permissions.verdict("ecs:DeleteImage", "acs:ecs:cn-hangzhou:1:image/m-1", NOTHING))
                .isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void readsAPolicyDocument() {
        var permissions = policy("""
                {"Version": "1", "Statement": [
                  {"Effect": "Allow", "Action": ["ecs:DescribeImages", "ecs:DeleteImage"], "Resource": "acs:ecs:*:1:image/*"},
                  {"Effect": "Deny", "NotAction": "ecs:Describe*", "NotResource": ["acs:ecs:cn-beijing:*"]}]}
                """);

        assertThat(permissions.verdict("ecs:DescribeImages", "acs:ecs:cn-hangzhou:1:image/*", NOTHING))
                .isEqualTo(Verdict.ALLOWED);
        assertThat(permissions.verdict("ecs:DeleteImage", IMAGE, NOTHING)).isEqualTo(Verdict.ALLOWED);
        assertThat(permissions.verdict("ecs:DeleteImage", "acs:ecs:cn-hangzhou:1:image/m-1", NOTHING))
                .isEqualTo(Verdict.EXPLICIT_DENY);
        assertThat(permissions.verdict("ecs:DescribeInstances", "acs:ecs:cn-hangzhou:1:instance/*", NOTHING))
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
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'StringEquals':{'acs:ResourceTag/cleanup':'true'}|true",
                "'StringEquals':{'acs:ResourceTag/cleanup':['no','true']}|true",
                "'StringEquals':{'acs:ResourceTag/cleanup':'false'}|false",
                "'StringEquals':{'acs:ResourceTag/absent':'true'}|false",
                "'StringNotEquals':{'acs:ResourceTag/cleanup':['false','no']}|true",
                "'StringNotEquals':{'acs:ResourceTag/cleanup':['true','no']}|false",
                "'StringNotEquals':{'acs:ResourceTag/absent':'true'}|false",
                "'StringEqualsIgnoreCase':{'acs:ResourceTag/cleanup':'TRUE'}|true",
                "'StringLike':{'acs:ResourceTag/cleanup':'t*e'}|true",
                "'StringNotLike':{'acs:ResourceTag/cleanup':'t*e'}|false",
                "'Bool':{'acs:SecureTransport':'false'}|true",
                "'Bool':{'acs:SecureTransport':true}|false",
                "'NumericLessThan':{'acs:ResourceTag/size':'41'}|true",
                "'NumericGreaterThanEquals':{'acs:ResourceTag/size':40}|true",
                "'NumericGreaterThan':{'acs:ResourceTag/size':40}|false",
                "'NumericEquals':{'acs:ResourceTag/cleanup':40}|false",
                "'IpAddress':{'acs:SourceIp':['10.0.0.0/8','127.0.0.0/8']}|true",
                "'IpAddress':{'acs:SourceIp':'127.0.0.2'}|false",
                "'NotIpAddress':{'acs:SourceIp':'127.0.0.1'}|false",
                "'DateGreaterThan':{'acs:CurrentTime':'2026-01-01T00:00:00+08:00'}|true",
                "'DateLessThan':{'acs:CurrentTime':'2026-01-01T00:00:00Z'}|false",
                "'DateLessThanEquals':{'acs:CurrentTime':'2026-01-01T00:00:00Z'}|true",
                "'StringEquals':{'acs:Unheard':'true'}|false",
                "'Bool':{'acs:SecureTransport':'false'},'StringEquals':{'acs:ResourceTag/cleanup':'x'}|false"
            })
    void appliesAStatementOnlyWhereItsConditionsHold(String condition, boolean applies) {
        var statement = "'Action': 'ecs:*', 'Resource': '*', 'Condition': {" + condition + "}";
        var circumstances = new Circumstances(
                Instant.parse("2026-01-01T00:00:00Z"), "127.0.0.1", () -> Map.of("cleanup", "true", "size", "40"));

        var allowance = policy(("{'Statement': [{'Effect': 'Allow', " + statement + "}]}").replace('\'', '"'));
        var denial = policy(("{'Statement': [{'Effect': 'Allow', 'Action': '*', 'Resource': '*'},"
                        + "{'Effect': 'Deny', " + statement + "}]}")
                .replace('\'', '"'));

        assertThat(allowance.verdict("ecs:DeleteImage", IMAGE, circumstances))
                .isEqualTo(applies ? Verdict.ALLOWED : Verdict.IMPLICIT_DENY);
        assertThat(denial.verdict("ecs:DeleteImage", IMAGE, circumstances))
                .isEqualTo(applies ? Verdict.EXPLICIT_DENY : Verdict.ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"StringEquals\"",
                "{\"Perhaps\": {\"acs:SourceIp\": \"x\"}}",
                "{\"IpAddress\": {\"acs:SourceIp\": \"home\"}}",
                "{\"DateLessThan\": {\"acs:CurrentTime\": \"soon\"}}",
                "{\"NumericEquals\": {\"acs:ResourceTag/n\": \"many\"}}"
            })
    void refusesAConditionThatCannotBe(String condition) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy("{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\","
                        + " \"Resource\": \"*\", \"Condition\": " + condition + "}}"))
                .withMessageContaining("Condition");
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
