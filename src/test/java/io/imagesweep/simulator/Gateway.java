package io.imagesweep.simulator;

import java.time.Instant;

/** Decides whether a call gets in: its format, its action, who calls, the quota, its rights. */
final class Gateway {

    private final Simulation simulation;

    Gateway(Simulation simulation) {
        this.simulation = simulation;
    }

    /** Checks what can be known before anybody is recognised. */
    void checkForm(Arrival arrival) {
        if (!arrival.method().equals("GET") && !arrival.method().equals("POST")) {
            throw ErrorCode.UNSUPPORTED_METHOD.refusal();
        }
        if (!arrival.path().equals("/")) {
            throw ErrorCode.ACTION_NOT_FOUND.refusal();
        }
        if (!Format.isKnown(arrival)) {
            throw ErrorCode.INVALID_FORMAT.refusal();
        }
    }

    Caller recognise(Exchange exchange) {
        return Product.ofVersion(exchange.version())
                .flatMap(product -> simulation.actions().find(product, exchange.actionName()))
                .flatMap(action -> action.unsignedCaller(exchange.arguments()))
                .orElseGet(() ->
                        simulation.authentication().caller(exchange.arrival(), simulation.world(), exchange.now()));
    }

    Action action(String version, String name) {
        if (name.isEmpty()) {
            throw ErrorCode.MISSING_NAMED.refusal("Action");
        }
        if (version.isEmpty()) {
            throw ErrorCode.MISSING_NAMED.refusal("Version");
        }
        var product = Product.ofVersion(version).orElseThrow(ErrorCode.INVALID_VERSION::refusal);
        return simulation.actions().find(product, name).orElseThrow(ErrorCode.ACTION_NOT_FOUND::refusal);
    }

    boolean admits(QuotaKey key, Instant now) {
        return simulation.quotas().admit(key, now, simulation.settings().ratePerMinute());
    }

    void authorise(Action action, Call call) {
        var name = action.product().ramPrefix() + ":" + action.name();
        action.resources(call).forEach(resource -> Rights.check(call, name, resource, ErrorCode.FORBIDDEN_RAM));
    }
}
