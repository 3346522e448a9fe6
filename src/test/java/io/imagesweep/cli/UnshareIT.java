package io.imagesweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Shared images whose rule lets them be taken from those who use them. */
class UnshareIT {

    static final String POLICY = ProgramUnderTest.POLICY
            .replace("referenced-by: []", "referenced-by: []\n  shared: false")
            .replace("{ older-than: 30d }", "{ older-than: 30d }\n    unshare: true");

    private static final String TWELVE = LongStream.range(3, 15)
            .mapToObj(account -> "\"" + (1_000_000_000_000_000L + account) + "\"")
            .collect(Collectors.joining(","));

    static CloudState shared(String more) {
        return new CloudState()
                .image(CloudState.ACCOUNT, CloudState.HANGZHOU, "m-1", """
                "imageName": "a", "creationTime": "-P40D", "sharedWith": [%s] %s
                """.formatted(TWELVE, more))
                .old("old", 2);
    }

    static List<JsonNode> sharedWith(ProgramUnderTest program) {
        return program.control("GET", "state", "")
                .at("/accounts/0/regions/0/images/0/sharedWith")
                .valueStream()
                .toList();
    }

    static List<String> records(ProgramUnderTest program) {
        return program.ledger("select outcome || ' ' || cardinality(accounts) from unshared_image order by turn");
    }

    @Test
    void areTakenBackAndDeleted() {
        try (var program = ProgramUnderTest.over(shared("")).policy(POLICY)) {
            var answer = program.run("run", "--apply", "--output", "json");

            assertThat(answer.exitCode()).as(answer.err()).isZero();
            assertThat(answer.json().path("outcomes")).hasToString("{\"DELETED\":3}");
            assertThat(program.calls("ModifyImageSharePermission")).hasSize(2);
            assertThat(records(program)).containsExactly("GONE 12");
        }
    }

    @Test
    void areGivenBackWhenTheDeletionDoesNotHappen() {
        try (var program =
                ProgramUnderTest.over(shared(", \"busy\": \"copying\"")).policy(POLICY)) {
            var answer = program.run("run", "--apply", "--output", "json");

            assertThat(answer.exitCode()).as(answer.err()).isZero();
            assertThat(answer.json().path("outcomes")).hasToString("{\"DELETED\":2,\"DEFERRED\":1}");
            assertThat(sharedWith(program)).hasSize(12);
            assertThat(records(program)).containsExactly("PUT_BACK 12", "PUT_BACK 12");
        }
    }

    @Test
    void thatOneCannotHaveBackAreGivenBackToTheOthersAndSaid() {
        try (var program =
                ProgramUnderTest.over(shared(", \"busy\": \"copying\"")).policy(POLICY)) {
            program.cloud().faults("[" + unknownAccount(3) + "," + unknownAccount(5) + "]");
            var answer = program.run("run", "--apply", "--output", "json");

            assertThat(answer.exitCode()).isEqualTo(3);
            assertThat(answer.err()).contains("no longer shared as before");
            assertThat(records(program)).containsExactly("FAILED 12", "PUT_BACK 11");
            assertThat(program.ledger("select message from unshared_image where outcome = 'FAILED'"))
                    .singleElement()
                    .asString()
                    .startsWith("not back with 1000000000000005: ");
            assertThat(sharedWith(program)).hasSize(11);
        }
    }

    /** Of the calls that no earlier fault of the list strikes. */
    private static String unknownAccount(int nth) {
        return """
                {"action": "ModifyImageSharePermission", "nth": %d, "times": 1, "fault": "error", "httpStatus": 404,
                 "code": "InvalidAccount.NotFound"}
                """.formatted(nth);
    }

    @Test
    void thatCouldNotBeGivenBackAreGivenBackByTheNextRun() {
        try (var program =
                ProgramUnderTest.over(shared(", \"busy\": \"copying\"")).policy(POLICY)) {
            program.cloud().faults("""
                    [{"action": "ModifyImageSharePermission", "nth": 3, "times": 1, "fault": "error", "httpStatus": 403,
                      "code": "NobodyKnowsThis"}]
                    """);
            assertThat(program.run("run", "--apply").exitCode()).isEqualTo(3);
            assertThat(sharedWith(program)).hasSizeLessThan(12);

            var next = program.run("run", "--apply", "--run-key", "next");

            assertThat(next.exitCode()).as(next.err()).isZero();
            assertThat(sharedWith(program)).hasSize(12);
            assertThat(records(program)).contains("PUT_BACK 12").doesNotContain("TAKEN 12", "FAILED 12");
        }
    }

    @Test
    void stayWithTheirUsersWithoutLeave() {
        try (var program = ProgramUnderTest.over(shared("")).policy(POLICY.replace("unshare: true", "force: true"))) {
            var answer = program.run("run", "--apply", "--output", "json");

            assertThat(answer.json().path("outcomes")).hasToString("{\"DELETED\":2,\"SKIPPED\":1}");
            assertThat(program.calls("ModifyImageSharePermission")).isEmpty();
        }
    }

    @Test
    void areNotTakenWhenTheyNoLongerQualify() {
        try (var program = ProgramUnderTest.over(shared("")).policy(POLICY)) {
            var plan =
                    program.run("plan", "--output", "json").json().path("runId").asString();
            var state = program.control("GET", "state", "")
                    .at("/accounts/0/regions/0")
                    .toString();
            program.control(
                    "PUT",
                    "state/" + CloudState.ACCOUNT + "/" + CloudState.HANGZHOU,
                    state.replaceAll("\"tags\":\\{}", "\"tags\":{\"keep\":\"now\"}"));

            var answer = program.run("apply", plan, "--yes", "--output", "json");

            assertThat(answer.json().path("outcomes")).hasToString("{\"SKIPPED\":3}");
            assertThat(program.mutatingCalls()).isEmpty();
        }
    }
}
