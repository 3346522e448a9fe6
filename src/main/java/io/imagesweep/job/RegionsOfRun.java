package io.imagesweep.job;

import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.AccountSettings;
import io.imagesweep.candidate.Accounts;
import io.imagesweep.candidate.Candidates;
import io.imagesweep.candidate.ImageCatalog;
import io.imagesweep.candidate.ImageKey;
import io.imagesweep.candidate.Reading;
import io.imagesweep.ledger.PlanRows;
import io.imagesweep.ledger.Run;
import io.imagesweep.ledger.RunScope;
import io.imagesweep.policy.PlanFigures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds the accounts and regions of a run, from the configuration and from what the operator asked for. */
@Component
final class RegionsOfRun {

    private final Accounts accounts;
    private final Candidates candidates;
    private final ImageCatalog catalog;
    private final PlanRows rows;

    RegionsOfRun(Accounts accounts, Candidates candidates, ImageCatalog catalog, PlanRows rows) {
        this.accounts = accounts;
        this.candidates = candidates;
        this.catalog = catalog;
        this.rows = rows;
    }

    /**
     * Resolves {@code scope}, in order; an account whose regions cannot be read is noted as missing.
     *
     * @param sync whether the provider may be asked which regions there are
     * @param live whether anything may be deleted there
     */
    List<AccountRegion> of(RunScope scope, boolean sync, boolean live, RunNotes notes) {
        if (accounts.accounts().isEmpty() && !sync && !live) {
            return inScope(candidates.regions().stream().filter(scope::holds), scope);
        }
        var asked = accountsOf(scope);
        var readings = readings(
                sync ? asked.stream().filter(AccountSettings::allRegions).toList() : List.of());
        var regions = inScope(asked.stream().flatMap(account -> regionsOf(account, sync, readings, notes)), scope);
        demandKnown(scope, regions, notes);
        return regions.stream().filter(scope::holds).toList();
    }

    private static List<AccountRegion> inScope(Stream<AccountRegion> regions, RunScope scope) {
        return regions.filter(
                        where -> scope.accounts().isEmpty() || scope.accounts().contains(where.accountId()))
                .filter(where -> scope.regions().isEmpty() || scope.regions().contains(where.regionId()))
                .distinct()
                .sorted()
                .toList();
    }

    /** Adds those in which {@code run}, or the plan that it carries out, has rows: they are known without asking. */
    List<AccountRegion> withRows(List<AccountRegion> resolved, Run run) {
        var plan = run.planId();
        var known = rows.figures(plan == null ? run.id() : plan).stream().map(PlanFigures::where);
        return Stream.concat(resolved.stream(), known.filter(this::isConfigured))
                .distinct()
                .sorted()
                .toList();
    }

    /** The accounts and regions of a list of images, each of a configured account. */
    List<AccountRegion> of(List<ImageKey> images) {
        return images.stream()
                .map(ImageKey::where)
                .distinct()
                .sorted()
                .peek(where -> configured(where.accountId()))
                .toList();
    }

    /** The same accounts and regions, each of a configured account. */
    List<AccountRegion> demandConfigured(List<AccountRegion> known) {
        known.forEach(where -> configured(where.accountId()));
        return known;
    }

    private List<AccountSettings> accountsOf(RunScope scope) {
        if (accounts.accounts().isEmpty()) {
            throw new WrongUsage("No account is configured: name at least one in imagesweep.accounts.");
        }
        scope.accounts().forEach(this::configured);
        return accounts.accounts().stream()
                .filter(account ->
                        scope.accounts().isEmpty() || scope.accounts().contains(account.id()))
                .toList();
    }

    private void configured(String account) {
        if (!isConfigured(account)) {
            throw new WrongUsage("Account " + account + " is not configured: the configuration has "
                    + accounts.accounts().stream().map(AccountSettings::id).toList() + ".");
        }
    }

    private boolean isConfigured(AccountRegion where) {
        return isConfigured(where.accountId());
    }

    private boolean isConfigured(String account) {
        return accounts.accounts().stream().anyMatch(settings -> settings.id().equals(account));
    }

    private Stream<AccountRegion> regionsOf(
            AccountSettings account,
            boolean sync,
            Map<AccountSettings, Future<Reading<List<String>>>> readings,
            RunNotes notes) {
        if (!account.allRegions()) {
            return account.regions().stream().map(region -> new AccountRegion(account.id(), region));
        }
        if (!sync) {
            return candidates.regions().stream()
                    .filter(where -> where.accountId().equals(account.id()));
        }
        return switch (Objects.requireNonNull(readings.get(account)).resultNow()) {
            case Reading.Complete<List<String>>(var regions) ->
                regions.stream().map(region -> new AccountRegion(account.id(), region));
            case Reading.Unreadable<List<String>>(var _, var why) -> {
                notes.unread(account.id(), "regions", why);
                yield Stream.empty();
            }
        };
    }

    /** Asks side by side, so that an account that does not answer holds up no other. */
    private Map<AccountSettings, Future<Reading<List<String>>>> readings(List<AccountSettings> asked) {
        Map<AccountSettings, Future<Reading<List<String>>>> readings = new HashMap<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            asked.forEach(account -> readings.put(account, threads.submit(() -> catalog.regions(account))));
        }
        return readings;
    }

    private static void demandKnown(RunScope scope, List<AccountRegion> found, RunNotes notes) {
        for (String region : scope.regions()) {
            if (notes.missing().isEmpty()
                    && found.stream().noneMatch(where -> where.regionId().equals(region))) {
                throw new WrongUsage("Region " + region + " is in no configured account of this run:"
                        + " check --regions against imagesweep.accounts.");
            }
        }
    }
}
