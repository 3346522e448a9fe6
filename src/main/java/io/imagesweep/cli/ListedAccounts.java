package io.imagesweep.cli;

import io.imagesweep.candidate.AccountSettings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Adds the accounts of {@code imagesweep.accounts-file} to those of the configuration, before anybody reads or checks them.
 * Lists of settings are never joined by themselves: the strongest source that has one hides those of all others.
 */
final class ListedAccounts implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String ACCOUNTS = "imagesweep.accounts";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var binder = Binder.get(context.getEnvironment());
        binder.bind("imagesweep.accounts-file", Path.class).ifBound(file -> {
            var listed = new AccountsFile(file).accounts();
            var configured = binder.bind(ACCOUNTS, Bindable.listOf(AccountSettings.class))
                    .orElse(List.of());
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("accounts of " + file, together(configured, listed)));
        });
    }

    private static Map<String, Object> together(List<AccountSettings> configured, List<Map<String, String>> listed) {
        Map<String, Object> settings = new HashMap<>();
        for (int i = 0; i < configured.size(); i++) {
            settings.putAll(below(i, settings(configured.get(i))));
        }
        for (int i = 0; i < listed.size(); i++) {
            settings.putAll(below(configured.size() + i, listed.get(i)));
        }
        return settings;
    }

    private static Map<String, String> settings(AccountSettings account) {
        Map<String, String> settings = new HashMap<>();
        putPresent(settings, "id", account.id());
        putPresent(settings, "alias", account.alias());
        putPresent(settings, "role-arn", account.roleArn());
        putPresent(settings, "rate-per-minute", account.ratePerMinute());
        for (int i = 0; i < account.regions().size(); i++) {
            settings.put("regions[" + i + "]", account.regions().get(i));
        }
        return settings;
    }

    private static void putPresent(Map<String, String> settings, String name, @Nullable Object value) {
        if (value != null) {
            settings.put(name, value.toString());
        }
    }

    private static Map<String, Object> below(int index, Map<String, String> account) {
        Map<String, Object> settings = new HashMap<>();
        account.forEach((name, value) -> settings.put(ACCOUNTS + "[" + index + "]." + name, value));
        return settings;
    }
}
