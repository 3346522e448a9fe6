package io.imagesweep.candidate;

import jakarta.validation.Valid;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The accounts that a run may touch.
 *
 * @param accounts in the order of the configuration
 */
@Validated
@ConfigurationProperties("imagesweep")
public record Accounts(@DefaultValue List<@Valid AccountSettings> accounts) {

    public Accounts {
        accounts = List.copyOf(accounts);
        Set<String> ids = new HashSet<>();
        for (AccountSettings account : accounts) {
            if (!ids.add(account.id())) {
                throw new IllegalArgumentException("account " + account.id() + " is configured twice");
            }
        }
    }

    /** Gives the settings of account {@code id}, which must be a configured one. */
    public AccountSettings account(String id) {
        return accounts.stream()
                .filter(account -> account.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("account " + id + " is not configured"));
    }
}
