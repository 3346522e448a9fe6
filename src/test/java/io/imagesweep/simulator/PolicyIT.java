package io.imagesweep.simulator;

import static io.imagesweep.simulator.PlainClientForITs.json;
import static io.imagesweep.simulator.PlainClientForITs.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policy documents of keys and roles, asked about every action by its name and its resource. */
class PolicyIT {

    private static final String STATE = """
            {'accounts': [{'accountId': '1', 'accessKeys': [
                {'id': 'testid', 'secret': 'testsecret'},
                {'id': 'limited', 'secret': 's', 'policy': POLICY}],
              'roles': [{'name': 'r', 'assumableBy': ['1'], 'allow': ['*'], 'policy': {'Statement': {
                 'Effect': 'Deny', 'Action': 'ecs:DeleteImage', 'Resource': 'acs:ecs:*:*:image/m-kept'}}}],
              'regions': [{'regionId': 'cn-hangzhou',
                'images': [{'imageId': 'm-1', 'snapshotIds': ['s-1'], 'tags': {'cleanup': 'yes'}},
                           {'imageId': 'm-kept', 'snapshotIds': []}],
                'snapshots': [{'snapshotId': 's-2'}],
                'instances': [{'instanceId': 'i-1', 'imageId': 'm-9'}],
                'launchTemplates': [{'launchTemplateId': 'lt-1', 'versions': [{'version': 1}]}]}]}]}
            """;

    private static EcsSimulator simulator;
    private static PlainClientForITs root;

    @BeforeAll
    static void start() {
        simulator = EcsSimulator.start("--images", "0", "--rate-per-minute", "0");
        root = PlainClientForITs.of(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @BeforeEach
    void load() throws Exception {
        load("{'Version': '1', 'Statement': []}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "ecs:DescribeRegions acs:ecs:*:1:* -",
                "ecs:DescribeImages acs:ecs:cn-hangzhou:1:image/* RegionId=cn-hangzhou",
                "ecs:DescribeImages acs:ecs:*:1:image/m-1 RegionId=cn-hangzhou,ImageId=m-1",
                "ecs:DescribeImageFromFamily acs:ecs:*:1:image/* RegionId=cn-hangzhou,ImageFamily=f",
                "ecs:DeleteImage acs:ecs:*:1:image/m-1 RegionId=cn-hangzhou,ImageId=m-1",
                "ecs:ModifyImageAttribute acs:ecs:*:1:image/* RegionId=cn-hangzhou,ImageId=m-1",
                "ecs:DescribeImageSharePermission acs:ecs:*:*:image/m-? RegionId=cn-hangzhou,ImageId=m-1",
                "ecs:ModifyImageSharePermission acs:ecs:*:1:image/m-1 RegionId=cn-hangzhou,ImageId=m-1",
                "ecs:CancelCopyImage acs:ecs:*:1:image/m-1 RegionId=cn-hangzhou,ImageId=m-1",
                "ecs:DescribeInstances acs:ecs:*:1:instance/* RegionId=cn-hangzhou",
                "ecs:DescribeSnapshots acs:ecs:*:1:snapshot/* RegionId=cn-hangzhou",
                "ecs:DeleteSnapshot acs:ecs:cn-hangzhou:1:snapshot/s-2 SnapshotId=s-2",
                "ecs:DescribeLaunchTemplates acs:ecs:*:1:launchtemplate/* RegionId=cn-hangzhou",
                "ecs:DescribeLaunchTemplateVersions acs:ecs:*:1:launchtemplate/lt-1"
                        + " RegionId=cn-hangzhou,LaunchTemplateId=lt-1",
                "ecs:TagResources acs:ecs:*:1:snapshot/s-2"
                        + " RegionId=cn-hangzhou,ResourceType=snapshot,ResourceId.1=s-2,Tag.1.Key=a,Tag.1.Value=b",
                "ecs:UntagResources acs:ecs:*:1:instance/i-1"
                        + " RegionId=cn-hangzhou,ResourceType=instance,ResourceId.1=i-1,TagKey.1=a",
                "ecs:ListTagResources acs:ecs:*:1:image/* RegionId=cn-hangzhou,ResourceType=image",
                "ess:DescribeScalingGroups acs:ess:*:1:scalinggroup/* RegionId=cn-hangzhou",
                "ess:DescribeScalingConfigurations acs:ess:*:1:scalingconfiguration/* RegionId=cn-hangzhou",
                "sts:AssumeRole acs:ram::1:role/r RoleArn=acs:ram::1:role/r,RoleSessionName=session"
            })
    void allowsAnActionByItsNameAndResourceOnly(String action, String resource, String parameters) throws Exception {
        var name = action.substring(4);
        var given = parameters.equals("-") ? new String[0] : parameters.split("[=,]", -1);
        var denial = action.startsWith("sts") ? "403 NoPermission" : "403 Forbidden.RAM";

        load(statement("Allow", action, resource));
        assertThat(outcome(limited().call(name, given))).isNotEqualTo(denial);

        load(statement("Allow", action + "s", "*"));
        var denied = limited().call(name, given);
        assertThat(outcome(denied)).isEqualTo(denial);
        assertThat(json(denied).at("/AccessDeniedDetail/AuthAction").asString()).isEqualTo(action);
        assertThat(json(denied).at("/AccessDeniedDetail/NoPermissionType").asString())
                .isEqualTo("ImplicitDeny");

        load(statement("Allow", action, "acs:*:*:1:else/*"));
        assertThat(outcome(limited().call(name, given))).isEqualTo(denial);
    }

    @Test
    void takesADocumentThatIsATextToo() throws Exception {
        load(
                "'{\\\"Statement\\\":[{\\\"Effect\\\":\\\"Allow\\\",\\\"Action\\\":\\\"ecs:Describe*\\\",\\\"Resource\\\":\\\"*\\\"}]}'");

        assertThat(outcome(limited().call("DescribeImages", "RegionId", "cn-hangzhou")))
                .isEqualTo("200 -");
        assertThat(outcome(limited().deleteImage("m-1"))).isEqualTo("403 Forbidden.RAM");
    }

    @Test
    void letsADenialInAPolicyBeatTheAllowList() throws Exception {
        var role = root.with(json(root.call("AssumeRole", "RoleArn", "acs:ram::1:role/r", "RoleSessionName", "session"))
                .get("Credentials"));

        var denied = role.deleteImage("m-kept");
        assertThat(outcome(denied)).isEqualTo("403 Forbidden.RAM");
        assertThat(json(denied).at("/AccessDeniedDetail/NoPermissionType").asString())
                .isEqualTo("ExplicitDeny");
        assertThat(outcome(role.deleteImage("m-1"))).isEqualTo("200 -");
    }

    @Test
    void asksForTheTagsThatTheResourceHasNow() throws Exception {
        load("{'Statement': [{'Effect': 'Allow', 'Action': 'ecs:DeleteImage', 'Resource': '*',"
                + " 'Condition': {'StringEquals': {'acs:ResourceTag/cleanup': 'yes'}}}]}");

        assertThat(outcome(limited().deleteImage("m-kept"))).isEqualTo("403 Forbidden.RAM");
        root.call(
                "TagResources",
                "RegionId",
                "cn-hangzhou",
                "ResourceType",
                "image",
                "ResourceId.1",
                "m-kept",
                "Tag.1.Key",
                "cleanup",
                "Tag.1.Value",
                "yes");
        assertThat(outcome(limited().deleteImage("m-kept"))).isEqualTo("200 -");
    }

    @Test
    void asksWhereACallComesFrom() throws Exception {
        load("{'Statement': [{'Effect': 'Allow', 'Action': '*', 'Resource': '*',"
                + " 'Condition': {'IpAddress': {'acs:SourceIp': '127.0.0.1'}}}]}");
        assertThat(outcome(limited().deleteImage("m-1"))).isEqualTo("200 -");

        load("{'Statement': [{'Effect': 'Allow', 'Action': '*', 'Resource': '*',"
                + " 'Condition': {'NotIpAddress': {'acs:SourceIp': '127.0.0.0/8'}}}]}");
        assertThat(outcome(limited().deleteImage("m-1"))).isEqualTo("403 Forbidden.RAM");
    }

    private static String statement(String effect, String action, String resource) {
        return "{'Version': '1', 'Statement': [{'Effect': '%s', 'Action': ['%s'], 'Resource': ['%s']}]}"
                .formatted(effect, action, resource);
    }

    private static void load(String policy) throws Exception {
        root.put("state", STATE.replace("POLICY", policy));
    }

    private static PlainClientForITs limited() {
        return root.with("limited", "s", "");
    }
}
