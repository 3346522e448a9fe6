package io.imagesweep.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.imagesweep.candidate.AccessCatalog;
import io.imagesweep.candidate.AccountSettings;
import io.imagesweep.candidate.Extra;
import io.imagesweep.candidate.Permission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one role, or the plain credentials, must be allowed.
 *
 * @param account null for plain credentials that only assume roles: nobody has said whose they are
 * @param principal the role, or {@code plain credentials}
 * @param policy as RAM takes it
 * @param reasons what each action is needed for
 */
record RamDocument(
        @Nullable String account,
        @Nullable String alias,
        String principal,
        RamPolicy policy,
        Map<String, String> reasons) {

    private static final String PLAIN = "plain credentials";

    /** Gives one for each account, and one for the plain credentials where they only assume the others' roles. */
    static List<RamDocument> of(List<AccountSettings> accounts, AccessCatalog access, Set<Extra> extras) {
        var toAssume = access.neededToAssume(accounts);
        List<RamDocument> documents = new ArrayList<>();
        for (AccountSettings account : accounts) {
            List<Permission> needed = new ArrayList<>(access.needed(account, extras));
            if (account.roleArn() == null) {
                needed.addAll(toAssume);
            }
            documents.add(of(account.id(), account.alias(), account.roleArn(), needed));
        }
        if (!toAssume.isEmpty() && accounts.stream().allMatch(account -> account.roleArn() != null)) {
            documents.add(of(null, null, null, toAssume));
        }
        return documents;
    }

    private static RamDocument of(
            @Nullable String account, @Nullable String alias, @Nullable String role, List<Permission> needed) {
        Map<String, String> reasons = new LinkedHashMap<>();
        needed.forEach(permission -> reasons.put(permission.action(), permission.reason()));
        return new RamDocument(account, alias, role == null ? PLAIN : role, RamPolicy.of(needed), reasons);
    }

    /** Tells it to a person. */
    String toText() {
        var head = account == null
                ? principal
                : "account " + account + (alias == null ? "" : " (" + alias + ")") + ", " + principal;
        return head + ":\n"
                + reasons.entrySet().stream()
                        .map(reason -> "  " + reason.getKey() + ": " + reason.getValue())
                        .collect(Collectors.joining("\n"))
                + "\n" + OutputOption.prettyJson(policy);
    }

    /** A policy document of RAM. */
    record RamPolicy(
            @JsonProperty("Version") String version,
            @JsonProperty("Statement") List<Statement> statements) {

        static RamPolicy of(List<Permission> permissions) {
            Map<List<String>, List<String>> actions = new LinkedHashMap<>();
            permissions.forEach(permission -> actions.computeIfAbsent(permission.resources(), _ -> new ArrayList<>())
                    .add(permission.action()));
            return new RamPolicy(
                    "1",
                    actions.entrySet().stream()
                            .map(group -> new Statement("Allow", group.getValue(), group.getKey()))
                            .toList());
        }
    }

    /** One statement of a policy document. */
    record Statement(
            @JsonProperty("Effect") String effect,
            @JsonProperty("Action") List<String> actions,
            @JsonProperty("Resource") List<String> resources) {}
}
