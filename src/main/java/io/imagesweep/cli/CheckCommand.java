package io.imagesweep.cli;

import io.imagesweep.candidate.AccessCatalog;
import io.imagesweep.candidate.AccountSettings;
import io.imagesweep.candidate.Accounts;
import io.imagesweep.candidate.ImageCatalog;
import io.imagesweep.candidate.SessionName;
import io.imagesweep.candidate.Trial;
import io.imagesweep.job.ExitCode;
import io.imagesweep.job.WrongUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tries what a run depends on, and changes nothing. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Checks what runs depend on: credentials, roles, regions, permissions and the clock of each account,"
                        + " the database and the policy. Changes nothing.")
final class CheckCommand implements Callable<Integer> {

    private final Program program;

    @Mixin
    private OutputOption output = new OutputOption();

    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    @Mixin
    private PolicyOption policy = new PolicyOption();

    CheckCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        try (var context = program.startToAsk()) {
            context.getBean(SessionName.class).ofRun("check");
            var checked = check(context);
            output.answer(new Checks(checked), CheckText.of(checked));
            return (checked.stream().anyMatch(Checked::failed) ? ExitCode.INCOMPLETE : ExitCode.DONE).number();
        }
    }

    private List<Checked> check(ApplicationContext context) {
        var read = policy.read(context, output.err());
        var asked = scope.scope();
        List<Checked> checked = new ArrayList<>();
        checked.add(Checked.of(null, null, Trial.works("policy", policy.words(context, read))));
        checked.add(Checked.of(null, null, DatabaseCheck.of(context)));
        checked.addAll(new AccessCheck(
                        context.getBean(ImageCatalog.class),
                        context.getBean(AccessCatalog.class),
                        read.extras(),
                        asked.regions())
                .of(accounts(context, asked.accounts())));
        return checked;
    }

    private static List<AccountSettings> accounts(ApplicationContext context, List<String> wanted) {
        var all = context.getBean(Accounts.class).accounts();
        if (all.isEmpty()) {
            throw new WrongUsage("No account is configured: name at least one in imagesweep.accounts.");
        }
        var known = all.stream().map(AccountSettings::id).toList();
        wanted.stream().filter(id -> !known.contains(id)).findFirst().ifPresent(id -> {
            throw new WrongUsage("Account " + id + " is not configured: the configuration has " + known + ".");
        });
        return all.stream()
                .filter(account -> wanted.isEmpty() || wanted.contains(account.id()))
                .toList();
    }

    /** The answer for a program. */
    record Checks(List<Checked> checks) {}
}
