package io.imagesweep.alibaba;

import static io.imagesweep.alibaba.SimulatedCloud.THERE;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.candidate.ImageKey;
import io.imagesweep.candidate.Reading.Complete;
import io.imagesweep.candidate.Reading.Unreadable;
import io.imagesweep.deletion.Answer;
import io.imagesweep.deletion.Answer.Denied;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A role that may not be assumed, is not there, or may not do what is asked of it. */
@Timeout(60)
class ForbiddenRoleIT {

    private final SimulatedCloud cloud = new SimulatedCloud("--images", "100", "--regions", "2", "--accounts", "2");

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void isOursToMendWhenItMayNotBeAssumed() {
        cloud.state("""
                {"accounts": [
                  {"accountId": "1000000000000001", "accessKeys": [{"id": "testid", "secret": "testsecret", "active": true}]},
                  {"accountId": "1000000000000002", "roles": [{"name": "imagesweep", "assumableBy": []}]}]}""");

        assertThat(cloud.catalog().images(THERE)).isInstanceOfSatisfying(Unreadable.class, unreadable -> {
            assertThat(unreadable.ours()).isTrue();
            assertThat(unreadable.why()).startsWith("NoPermission: role acs:ram::1000000000000002:role/imagesweep: ");
        });
        assertThat(delete()).isInstanceOf(Denied.class);
        assertThat(cloud.calls("DescribeImages")).isEmpty();
        assertThat(cloud.calls("DeleteImage")).isEmpty();
    }

    @Test
    void isOursToMendWhenThereIsNone() {
        cloud.state("""
                {"accounts": [
                  {"accountId": "1000000000000001", "accessKeys": [{"id": "testid", "secret": "testsecret", "active": true}]},
                  {"accountId": "1000000000000002"}]}""");

        assertThat(cloud.catalog().regions(SimulatedAccounts.other()))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        unreadable -> assertThat(unreadable.ours()).isTrue());
    }

    @Test
    void isDeniedWhatItMayNotDo() {
        cloud.state("""
                {"accounts": [
                  {"accountId": "1000000000000001", "accessKeys": [{"id": "testid", "secret": "testsecret", "active": true}]},
                  {"accountId": "1000000000000002",
                   "roles": [{"name": "imagesweep", "assumableBy": ["1000000000000001"], "allow": ["ecs:*"],
                              "deny": [{"action": "ecs:DeleteImage", "resource": "*"}]}],
                   "regions": [{"regionId": "cn-hangzhou"}]}]}""");

        assertThat(cloud.catalog().images(THERE)).isInstanceOf(Complete.class);
        assertThat(delete())
                .isInstanceOfSatisfying(
                        Denied.class, denied -> assertThat(denied.said().code()).isEqualTo("Forbidden.RAM"));
    }

    private Answer delete() {
        return cloud.delete(new ImageKey(THERE, "m-none"));
    }
}
