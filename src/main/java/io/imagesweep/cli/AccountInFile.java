package io.imagesweep.cli;

import io.imagesweep.job.WrongUsage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.origin.Origin;

/**
 * One account as it is written down.
 *
 * @param settings by their names below an account; a list has an index behind its name
 * @param origin where it is written; null where nobody knows
 */
record AccountInFile(Map<String, String> settings, @Nullable Origin origin) {

    AccountInFile {
        settings = Map.copyOf(settings);
    }

    /** Refuses two accounts with one number, and tells where both are. */
    static void demandDifferent(List<AccountInFile> accounts) {
        Map<String, AccountInFile> byId = new HashMap<>();
        for (var account : accounts) {
            var id = account.settings.getOrDefault("id", "");
            var other = byId.put(id, account);
            if (other != null && !id.isEmpty()) {
                throw new WrongUsage("account %s is configured twice, in %s and in %s: leave one."
                        .formatted(id, other.place(), account.place()));
            }
        }
    }

    /** Where it is written, for people. */
    String place() {
        return SettingPlace.of(origin).orElse("the configuration");
    }
}
