package io.imagesweep.alibaba;

import io.imagesweep.candidate.AccessCatalog;
import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.AccountSettings;
import io.imagesweep.candidate.Accounts;
import io.imagesweep.candidate.Extra;
import io.imagesweep.candidate.Permission;
import io.imagesweep.candidate.Trial;
import io.imagesweep.candidate.Trial.State;
import io.imagesweep.deletion.Answer;
import io.imagesweep.deletion.Answer.Accepted;
import io.imagesweep.deletion.Answer.Missing;
import io.imagesweep.deletion.DeletionSettings;
import io.imagesweep.quota.Paces;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Says what RAM must allow, and tries it. */
@Component
final class AlibabaAccess implements AccessCatalog {

    private static final String ASSUME_ROLE = "sts:AssumeRole";
    private static final String PERMITTED = "permitted";
    private static final String NOT_TRIED = "cannot be tried without changing something";

    private final AlibabaClients clients;
    private final Paces paces;
    private final Patience patience;
    private final Accounts accounts;

    @Autowired
    AlibabaAccess(AlibabaClients clients, Paces paces, DeletionSettings settings, Accounts accounts) {
        this(clients, paces, Patience.of(settings), accounts);
    }

    AlibabaAccess(AlibabaClients clients, Paces paces, Patience patience, Accounts accounts) {
        this.clients = clients;
        this.paces = paces;
        this.patience = patience;
        this.accounts = accounts;
    }

    @Override
    public List<Permission> needed(AccountSettings account, Set<Extra> extras) {
        return RamAction.usedIn(account, extras)
                .map(action -> action.permission(account))
                .toList();
    }

    @Override
    public List<Permission> neededToAssume(List<AccountSettings> those) {
        List<String> roles = those.stream()
                .map(AccountSettings::roleArn)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        return roles.isEmpty()
                ? List.of()
                : List.of(new Permission(ASSUME_ROLE, roles, "assumes the roles of the accounts"));
    }

    @Override
    public Trial credentials(AccountSettings account) {
        String role = account.roleArn();
        try {
            clients.keys(account.id()).getCredentials();
            return Trial.works("credentials", role == null ? "plain credentials" : "role " + role + " assumed");
        } catch (NoKeys e) {
            return e.trial(role == null ? "supply other credentials" : grant(role));
        }
    }

    @Override
    public List<Trial> tried(AccountRegion where, Set<Extra> extras) {
        AccountSettings account = accounts.account(where.accountId());
        List<Trial> trials = new ArrayList<>();
        RamAction.usedIn(account, extras).forEach(action -> trials.add(tried(where, action, account)));
        trials.add(clients.ecs(where).clock());
        return trials.stream().distinct().toList();
    }

    private Trial tried(AccountRegion where, RamAction action, AccountSettings account) {
        return action.trial()
                .map(parameters -> ask(where, action, parameters))
                .map(reply -> stranger(where, reply).orElseGet(() -> verdict(reply, action, account)))
                .orElseGet(() -> new Trial(action.ramName(), State.UNTRIED, NOT_TRIED, grant(action, account)));
    }

    private Reply ask(AccountRegion where, RamAction action, Map<String, String> trial) {
        Map<String, String> parameters = new HashMap<>(trial);
        parameters.put("RegionId", where.regionId());
        Api api = action.isOfEss() ? clients.ess(where) : clients.ecs(where);
        return patience.ask(paces.of(where, action.call()), () -> api.call(action.call(), parameters));
    }

    /** The images of another account than the configured one are told whatever the call was for. */
    private static Optional<Trial> stranger(AccountRegion where, Reply reply) {
        return ImagePage.of(where, reply.body())
                .map(ImagePage::stranger)
                .map(owner -> Trial.fails(
                        "account",
                        "these credentials show images of account " + owner,
                        "configure account %s, or the role-arn of account %s".formatted(owner, where.accountId())));
    }

    private static Trial verdict(Reply reply, RamAction action, AccountSettings account) {
        return switch (reply.answer()) {
            case Accepted _, Missing _ -> Trial.works(action.ramName(), PERMITTED);
            case Answer answer
            when String.valueOf(answer.said().code()).startsWith("InvalidLaunchTemplate") ->
                Trial.works(action.ramName(), PERMITTED);
            case Answer answer -> Amiss.of(action.ramName(), answer, grant(action, account));
        };
    }

    private static String grant(RamAction action, AccountSettings account) {
        String to = account.roleArn() == null ? "the plain credentials" : String.valueOf(account.roleArn());
        return "grant %s on %s to %s"
                .formatted(
                        action.ramName(),
                        String.join(", ", action.permission(account).resources()),
                        to);
    }

    private static String grant(String role) {
        return "grant %s on %s to the plain credentials, and let the role trust them".formatted(ASSUME_ROLE, role);
    }
}
