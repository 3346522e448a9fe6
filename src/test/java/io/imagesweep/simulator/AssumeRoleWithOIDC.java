package io.imagesweep.simulator;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** Gives out a temporary key that acts as a role to whoever has a token of a provider that the role trusts; it takes no signature. */
final class AssumeRoleWithOIDC implements Action {

    private static final Pattern PROVIDER = Pattern.compile("acs:ram::([^:]+):oidc-provider/(.+)");

    /** Only the session's name must be there by the vendor's metadata (2026); the rest is asked for by the answer. */
    private static final ParameterTable PARAMETERS = ParameterTable.of(
            Product.STS,
            Parameter.text("RoleArn"),
            Parameter.text("OIDCProviderArn"),
            Parameter.text("OIDCToken")
                    .where(
                            token -> token.length() >= 4 && token.length() <= 20_000,
                            () -> ErrorCode.INVALID_NAMED.refusal("OIDCToken")),
            RoleSessions.NAME,
            RoleSessions.SECONDS,
            RoleSessions.POLICY);

    private final RoleSessions sessions;

    AssumeRoleWithOIDC(TemporaryKeys keys) {
        this.sessions = new RoleSessions(keys);
    }

    @Override
    public ParameterTable parameters() {
        return PARAMETERS;
    }

    @Override
    public List<String> resources(Call call) {
        return List.of();
    }

    /** The account of the provider stands for the caller, of whom nothing is known yet. */
    @Override
    public Optional<Caller> unsignedCaller(Arguments arguments) {
        var provider = PROVIDER.matcher(arguments.text("OIDCProviderArn"));
        return Optional.of(Caller.unknown(provider.matches() ? provider.group(1) : ""));
    }

    @Override
    public Answer answer(Call call) {
        var arguments = call.arguments();
        var providerArn = present(call, "OIDCProviderArn");
        var provider = provider(call.world(), providerArn);
        var token = OidcToken.of(present(call, "OIDCToken"));
        provider.check(token, call.now());
        var arn = RoleSessions.ROLE.matcher(present(call, "RoleArn"));
        if (!arn.matches()) {
            throw ErrorCode.INVALID_NAMED.refusal("RoleArn");
        }
        var role = call.world()
                .account(arn.group(1))
                .flatMap(account -> account.role(arn.group(2)))
                .orElseThrow(() -> ErrorCode.ROLE_NOT_FOUND.refusal(arn.group()));
        if (!role.trusts(providerArn)) {
            throw ErrorCode.OIDC_UNTRUSTED.refusal();
        }
        return Answer.of(body(sessions.begin(call, arn.group(1), role), role, arguments, token));
    }

    private static String present(Call call, String name) {
        return call.arguments().given(name).orElseThrow(() -> Product.STS.missing(name));
    }

    private static OidcProvider provider(World world, String arn) {
        var match = PROVIDER.matcher(arn);
        if (!match.matches()) {
            throw ErrorCode.OIDC_PROVIDER_FORM.refusal();
        }
        return world.account(match.group(1))
                .flatMap(account -> account.oidcProvider(match.group(2)))
                .orElseThrow(ErrorCode.OIDC_PROVIDER_NOT_FOUND::refusal);
    }

    private static ObjectNode body(TemporaryKey key, Role role, Arguments arguments, OidcToken token) {
        var body = AssumedRole.body(key, role, arguments);
        body.putObject("OIDCTokenInfo")
                .put("Issuer", token.issuer())
                .put("Subject", token.subject())
                .put("ClientIds", String.join(",", token.audience()))
                .put("ExpirationTime", token.end().toString())
                .put("VerificationInfo", "Success");
        return body;
    }
}
