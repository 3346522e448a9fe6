package io.imagesweep.simulator;

import static io.imagesweep.simulator.PlainClientForITs.json;
import static io.imagesweep.simulator.PlainClientForITs.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Roles, the temporary keys that act as them, and what RAM lets whom do. */
class RoleIT {

    private static final String STATE = """
            {'accounts': [
              {'accountId': '1', 'accessKeys': [{'id': 'testid', 'secret': 'testsecret'},
                 {'id': 'off', 'secret': 'testsecret', 'active': false},
                 {'id': 'reader', 'secret': 'r', 'policy': {'Version': '1', 'Statement': [
                    {'Effect': 'Allow', 'Action': 'ecs:Describe*', 'Resource': '*'}]}}],
               'regions': [{'regionId': 'cn-hangzhou', 'images': [{'imageId': 'm-1'}]}]},
              {'accountId': '2', 'roles': [
                 {'name': 'imagesweep', 'assumableBy': ['1'], 'allow': ['ecs:*'],
                  'deny': [{'action': 'ecs:DeleteImage', 'resource': 'acs:ecs:cn-beijing:*:image/*'}]},
                 {'name': 'closed', 'assumableBy': ['3'], 'allow': ['*']}],
               'regions': [{'regionId': 'cn-hangzhou', 'images': [{'imageId': 'm-2'}, {'imageId': 'm-3'}]},
                           {'regionId': 'cn-beijing', 'images': [{'imageId': 'm-4'}]}]}]}
            """;
    private static final String ROLE = "acs:ram::2:role/imagesweep";

    private static EcsSimulator simulator;
    private static PlainClientForITs client;

    @BeforeAll
    static void start() {
        simulator = EcsSimulator.start("--images", "0", "--rate-per-minute", "0");
        client = PlainClientForITs.of(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @BeforeEach
    void load() throws Exception {
        client.put("state", STATE);
        client.put("settings", "{'clockOffset': '0s'}");
    }

    @Test
    void actsInTheAccountOfTheRole() throws Exception {
        var role = assume();

        assertThat(json(role.call("DescribeImages", "RegionId", "cn-hangzhou"))
                        .get("TotalCount")
                        .asInt())
                .isEqualTo(2);
        assertThat(json(role.call("GetCallerIdentity")).get("AccountId").asString())
                .isEqualTo("2");
        assertThat(json(client.call("GetCallerIdentity")).get("AccountId").asString())
                .isEqualTo("1");
    }

    @Test
    void deniesWhatTheRoleMayNot() throws Exception {
        var role = assume();
        var denied = role.call("DeleteImage", "RegionId", "cn-beijing", "ImageId", "m-4");

        assertThat(outcome(denied)).isEqualTo("403 Forbidden.RAM");
        assertThat(json(denied).at("/AccessDeniedDetail/AuthAction").asString()).isEqualTo("ecs:DeleteImage");
        assertThat(json(denied).at("/AccessDeniedDetail/NoPermissionType").asString())
                .isEqualTo("ExplicitDeny");
        assertThat(outcome(role.call("DeleteImage", "RegionId", "cn-hangzhou", "ImageId", "m-2")))
                .isEqualTo("200 -");
        var reader = client.with("reader", "r", "");
        assertThat(outcome(reader.call("DescribeImages", "RegionId", "cn-hangzhou")))
                .isEqualTo("200 -");
        assertThat(json(reader.deleteImage("m-1"))
                        .at("/AccessDeniedDetail/NoPermissionType")
                        .asString())
                .isEqualTo("ImplicitDeny");
    }

    @Test
    void refusesATemporaryKeyWithoutItsToken() throws Exception {
        var credentials = credentials("RoleArn", ROLE, "RoleSessionName", "test");
        var id = credentials.get("AccessKeyId").asString();
        var secret = credentials.get("AccessKeySecret").asString();
        var others = credentials("RoleArn", ROLE, "RoleSessionName", "test")
                .get("SecurityToken")
                .asString();

        assertThat(outcome(client.with(id, secret, "").call("DescribeRegions"))).isEqualTo("400 MissingSecurityToken");
        assertThat(outcome(client.with(id, secret, "nonsense").call("DescribeRegions")))
                .isEqualTo("400 InvalidSecurityToken.Malformed");
        assertThat(outcome(client.with(id, secret, others).call("DescribeRegions")))
                .isEqualTo("400 InvalidSecurityToken.MismatchWithAccessKey");
    }

    @Test
    void letsATemporaryKeyExpire() throws Exception {
        var credentials = credentials("RoleArn", ROLE, "RoleSessionName", "test", "DurationSeconds", "900");
        var role = client.with(credentials);
        assertThat(outcome(role.call("DescribeRegions"))).isEqualTo("200 -");

        client.put("settings", "{'clockOffset': 'PT900S'}");
        var later = role.request("DescribeRegions", Instant.now().plusSeconds(900), "later");
        assertThat(outcome(role.send(later))).isEqualTo("400 InvalidSecurityToken.Expired");
        assertThat(Instant.parse(credentials.get("Expiration").asString()))
                .isBetween(Instant.now().plusSeconds(880), Instant.now().plusSeconds(901));
    }

    @Test
    void narrowsASessionByItsPolicy() throws Exception {
        var policy = "{\"Version\":\"1\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"ecs:DescribeImages\","
                + "\"Resource\":\"*\"}]}";
        var role = client.with(credentials("RoleArn", ROLE, "RoleSessionName", "test", "Policy", policy));

        assertThat(outcome(role.call("DescribeImages", "RegionId", "cn-hangzhou")))
                .isEqualTo("200 -");
        assertThat(outcome(role.deleteImage("m-2"))).isEqualTo("403 Forbidden.RAM");
    }

    @Test
    void checksWhatIsAskedOfARole() throws Exception {
        assertThat(assumed("RoleSessionName", "test")).isEqualTo("400 MissingRoleArn");
        assertThat(assumed("RoleArn", ROLE)).isEqualTo("400 MissingRoleSessionName");
        assertThat(assumed("RoleArn", "imagesweep", "RoleSessionName", "test"))
                .isEqualTo("400 InvalidParameter.RoleArn");
        assertThat(assumed("RoleArn", ROLE, "RoleSessionName", "no blanks"))
                .isEqualTo("400 InvalidParameter.RoleSessionName");
        assertThat(assumed("RoleArn", ROLE, "RoleSessionName", "test", "DurationSeconds", "899"))
                .isEqualTo("400 InvalidParameter.DurationSeconds");
        assertThat(assumed("RoleArn", ROLE, "RoleSessionName", "test", "DurationSeconds", "3601"))
                .isEqualTo("400 InvalidParameter.DurationSeconds");
        assertThat(assumed("RoleArn", ROLE + "s", "RoleSessionName", "test")).isEqualTo("404 EntityNotExist.Role");
        assertThat(assumed("RoleArn", "acs:ram::2:role/closed", "RoleSessionName", "test"))
                .isEqualTo("403 NoPermission");
        assertThat(assumed("RoleArn", ROLE, "RoleSessionName", "test", "Policy", "{"))
                .isEqualTo("400 InvalidParameter.PolicyGrammar");
    }

    private static PlainClientForITs assume() throws Exception {
        return client.with(credentials("RoleArn", ROLE, "RoleSessionName", "test"));
    }

    private static JsonNode credentials(String... parameters) throws Exception {
        return json(client.call("AssumeRole", parameters)).get("Credentials");
    }

    private static String assumed(String... parameters) throws Exception {
        return outcome(client.call("AssumeRole", parameters));
    }
}
