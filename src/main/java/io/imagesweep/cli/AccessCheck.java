package io.imagesweep.cli;

import io.imagesweep.candidate.AccessCatalog;
import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.AccountSettings;
import io.imagesweep.candidate.Extra;
import io.imagesweep.candidate.ImageCatalog;
import io.imagesweep.candidate.Reading;
import io.imagesweep.candidate.Trial;
import io.imagesweep.candidate.Trial.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Tries what the accounts permit, side by side, as an account that does not answer should hold up no other. */
final class AccessCheck {

    private final ImageCatalog images;
    private final AccessCatalog access;
    private final Set<Extra> extras;
    private final List<String> wanted;

    /** @param wanted the only regions to look at; empty for all */
    AccessCheck(ImageCatalog images, AccessCatalog access, Set<Extra> extras, List<String> wanted) {
        this.images = images;
        this.access = access;
        this.extras = extras;
        this.wanted = List.copyOf(wanted);
    }

    List<Checked> of(List<AccountSettings> accounts) {
        return sideBySide(accounts.stream()
                        .<Callable<List<Checked>>>map(account -> () -> of(account))
                        .toList())
                .flatMap(List::stream)
                .toList();
    }

    private List<Checked> of(AccountSettings account) {
        var credentials = access.credentials(account);
        List<Checked> checked = new ArrayList<>(List.of(Checked.of(account.id(), null, credentials)));
        if (credentials.state() == State.WORKS) {
            switch (images.regions(account)) {
                case Reading.Complete<List<String>>(var regions) -> checked.addAll(of(account, regions));
                case Reading.Unreadable<List<String>>(var ours, var why) ->
                    checked.add(Checked.of(account.id(), null, unread(ours, why)));
            }
        }
        return checked;
    }

    private static Trial unread(boolean ours, String why) {
        return ours
                ? new Trial("regions", State.DENIED, why, "grant ecs:DescribeRegions on *, or name the regions")
                : Trial.fails("regions", why, "ask again, or name the regions");
    }

    private List<Checked> of(AccountSettings account, List<String> regions) {
        var looked = regions.stream()
                .filter(region -> wanted.isEmpty() || wanted.contains(region))
                .toList();
        var found = Trial.works("regions", String.join(", ", looked));
        return Stream.concat(
                        Stream.of(Checked.of(account.id(), null, found)),
                        sideBySide(looked.stream()
                                        .<Callable<List<Checked>>>map(region -> () -> in(account, region))
                                        .toList())
                                .flatMap(List::stream))
                .toList();
    }

    private List<Checked> in(AccountSettings account, String region) {
        return access.tried(new AccountRegion(account.id(), region), extras).stream()
                .map(trial -> Checked.of(account.id(), region, trial))
                .toList();
    }

    private static <T> Stream<T> sideBySide(List<Callable<T>> tasks) {
        List<Future<T>> futures;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            futures = tasks.stream().map(threads::submit).toList();
        }
        return futures.stream().map(Future::resultNow);
    }
}
