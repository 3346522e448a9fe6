package io.imagesweep.cli;

import io.imagesweep.candidate.AccountSettings;
import io.imagesweep.job.WrongUsage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginTrackedValue;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Adds the accounts of {@code imagesweep.accounts-file} to those of the configuration, before anybody reads or checks them.
 * Lists of settings are never joined by themselves: the strongest source that has one hides those of all others.
 */
final class ListedAccounts implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String ACCOUNTS = "imagesweep.accounts";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        var binder = Binder.get(environment);
        binder.bind("imagesweep.accounts-file", Path.class).ifBound(file -> {
            List<AccountInFile> accounts = new ArrayList<>(configured(binder, environment));
            int configured = accounts.size();
            accounts.addAll(new AccountsFile(file).accounts());
            AccountInFile.demandDifferent(accounts);
            environment
                    .getPropertySources()
                    .addFirst(new OriginTrackedMapPropertySource("accounts of " + file, settings(accounts)));
            demandSound(Binder.get(environment), accounts.subList(configured, accounts.size()), configured);
        });
    }

    private static List<AccountInFile> configured(Binder binder, ConfigurableEnvironment environment) {
        var configured =
                binder.bind(ACCOUNTS, Bindable.listOf(AccountSettings.class)).orElse(List.of());
        List<AccountInFile> accounts = new ArrayList<>();
        for (int i = 0; i < configured.size(); i++) {
            accounts.add(new AccountInFile(settings(configured.get(i)), origin(environment, i)));
        }
        return accounts;
    }

    private static @Nullable Origin origin(ConfigurableEnvironment environment, int index) {
        var id = ConfigurationPropertyName.of(ACCOUNTS + "[" + index + "].id");
        for (var source : ConfigurationPropertySources.get(environment)) {
            var property = source.getConfigurationProperty(id);
            if (property != null) {
                return property.getOrigin();
            }
        }
        return null;
    }

    /** What contradicts itself in one account is best told with its place, which nobody knows later. */
    private static void demandSound(Binder binder, List<AccountInFile> listed, int first) {
        for (int i = 0; i < listed.size(); i++) {
            try {
                binder.bind(ACCOUNTS + "[" + (first + i) + "]", AccountSettings.class);
            } catch (BindException e) {
                var cause = NestedExceptionUtils.getMostSpecificCause(e);
                if (e.getProperty() == null && cause instanceof IllegalArgumentException) {
                    throw new WrongUsage(listed.get(i).place() + ": " + cause.getMessage() + ".");
                }
            }
        }
    }

    private static Map<String, Object> settings(List<AccountInFile> accounts) {
        Map<String, Object> settings = new HashMap<>();
        for (int i = 0; i < accounts.size(); i++) {
            var account = accounts.get(i);
            var head = ACCOUNTS + "[" + i + "].";
            account.settings()
                    .forEach(
                            (name, value) -> settings.put(head + name, OriginTrackedValue.of(value, account.origin())));
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
}
