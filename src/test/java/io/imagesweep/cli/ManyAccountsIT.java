package io.imagesweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One sync of 5 accounts in 10 regions with 400 images each, of every status. */
@Timeout(300)
class ManyAccountsIT {

    private static final int ACCOUNTS = 5;
    private static final int REGIONS = 10;
    private static final int IMAGES = 400;
    private static final List<String> STATUSES =
            List.of("Available", "Creating", "Waiting", "UnAvailable", "CreateFailed", "Deprecated");

    private static ProgramUnderTest program() {
        var program = ProgramUnderTest.over(new CloudState()).without("--imagesweep.accounts");
        program.cloud().load(state());
        IntStream.range(0, ACCOUNTS).forEach(account -> program.account(account, id(account), "all"));
        return program;
    }

    @Test
    void losesNoImageWhileOthersAppearAndVanish() throws InterruptedException {
        try (var program = program()) {
            program.control("PUT", "settings", "{\"latency\": \"20ms\"}");
            var over = new AtomicBoolean();
            var changes = Thread.ofPlatform().start(() -> change(program, over));

            var answer = program.run("sync");
            over.set(true);
            changes.join();

            assertThat(answer.exitCode()).as(answer.err()).isZero();
            assertThat(count(program, "image where gone_at is null and image_id like 'm-stays-%'"))
                    .isEqualTo((long) ACCOUNTS * REGIONS * IMAGES);
            assertThat(count(program, "(select distinct account_id, region_id, status from imagesweep.image) as seen"))
                    .isEqualTo((long) ACCOUNTS * REGIONS * STATUSES.size());
            assertThat(count(program, "sync_source where synced_at is not null and error is null"))
                    .isEqualTo((long) ACCOUNTS * REGIONS * 4);
            assertThat(count(program, "image where image_id like 'm-passing-%'"))
                    .isPositive();
        }
    }

    @Test
    void finishesTheRestWhenOneRegionIsDownOneRoleIsDeniedAndOneTokenEnds() {
        try (var program = program().setting("--imagesweep.max-attempts=2")) {
            program.cloud().faults("""
                    [{"regionId": "cn-r3", "accountId": "%s", "fault": "html"},
                     {"action": "DescribeInstances", "accountId": "%s", "fault": "error", "httpStatus": 403,
                      "code": "Forbidden.RAM", "message": "not you"},
                     {"action": "DescribeImages", "accountId": "%s", "fault": "expired-token", "times": 1}]
                    """.formatted(id(0), id(1), id(2)));
            program.setting("--imagesweep.accounts[3].role-arn=acs:ram::" + id(3) + ":role/nobody");

            var answer = program.run("sync");

            assertThat(answer.exitCode()).isEqualTo(3);
            var missing = answer.err()
                    .lines()
                    .filter(line -> line.startsWith("missing: "))
                    .toList();
            assertThat(missing)
                    .filteredOn(line -> line.contains(id(0)))
                    .isNotEmpty()
                    .allMatch(line -> line.contains("cn-r3"));
            assertThat(missing)
                    .filteredOn(line -> line.contains(id(1)))
                    .singleElement()
                    .asString()
                    .contains("cn-r0,", ": instances: Forbidden.RAM");
            assertThat(missing).filteredOn(line -> line.contains(id(2))).isEmpty();
            assertThat(missing)
                    .filteredOn(line -> line.contains(id(3)))
                    .singleElement()
                    .asString()
                    .contains("role/nobody");
            assertThat(missing).filteredOn(line -> line.contains(id(4))).isEmpty();
            assertThat(count(program, "image")).isEqualTo((long) ((ACCOUNTS - 1) * REGIONS - 1) * IMAGES);
        }
    }

    /** Replaces regions all the time by the same with other passing images before those that stay. */
    private static void change(ProgramUnderTest program, AtomicBoolean over) {
        for (int round = 1; !over.get(); round++) {
            int account = round % ACCOUNTS;
            int region = round / ACCOUNTS % REGIONS;
            program.control("PUT", "state/" + id(account) + "/cn-r" + region, region(region, round, 1 + round % 7));
        }
    }

    private static String id(int account) {
        return "100000000000000" + (account + 1);
    }

    private static String state() {
        return IntStream.range(0, ACCOUNTS)
                .mapToObj(account -> """
                {"accountId": "%s", "accessKeys": [%s],
                 "roles": [{"name": "imagesweep", "assumableBy": ["1000000000000001"], "allow": ["*"]}], "regions": [%s]}
                """.formatted(
                                id(account),
                                account == 0 ? "{\"id\": \"testid\", \"secret\": \"testsecret\"}" : "",
                                IntStream.range(0, REGIONS)
                                        .mapToObj(region -> region(region, 0, 0))
                                        .collect(Collectors.joining(","))))
                .collect(Collectors.joining(",", "{\"accounts\": [", "]}"));
    }

    private static String region(int region, int round, int passing) {
        List<String> images = new ArrayList<>();
        IntStream.range(0, passing)
                .forEach(n -> images.add(
                        "{\"imageId\": \"m-passing-%d-%d\", \"creationTime\": \"-PT1S\"}".formatted(round, n)));
        IntStream.range(0, IMAGES)
                .forEach(n ->
                        images.add("{\"imageId\": \"m-stays-%d\", \"creationTime\": \"-P40D\", \"status\": \"%s\"}"
                                .formatted(n, STATUSES.get(n % STATUSES.size()))));
        return "{\"regionId\": \"cn-r%d\", \"images\": [%s]}".formatted(region, String.join(",", images));
    }

    private static long count(ProgramUnderTest program, String what) {
        var table = what.startsWith("(") ? what : "imagesweep." + what;
        return program.database()
                .jdbc()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }
}
