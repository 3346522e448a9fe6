package io.imagesweep.simulator;

/** Serves the API itself: each call is let in or not, meets its fault, is answered and recorded. */
final class ApiEndpoint {

    private final Simulation simulation;
    private final Gateway gateway;

    ApiEndpoint(Simulation simulation) {
        this.simulation = simulation;
        gateway = new Gateway(simulation);
    }

    Handling handle(Arrival arrival) {
        var exchange = new Exchange(arrival, simulation.clock().now());
        var delivery = deliver(exchange);
        var record = exchange.record(simulation.actions());
        simulation.calls().add(record);
        return new Handling(delivery, simulation.settings().latency().sample(), record);
    }

    private Delivery deliver(Exchange exchange) {
        try {
            gateway.checkForm(exchange.arrival());
            var caller = gateway.recognise(exchange);
            exchange.recognised(caller);
            var action = gateway.action(exchange.version(), exchange.actionName());
            if (!gateway.admits(exchange.quotaKey(), exchange.now())) {
                return exchange.whole(exchange.throttled(Quotas.untilNextMinute(exchange.now())));
            }
            return deliver(exchange, action, call(exchange, caller));
        } catch (Refusal refusal) {
            return exchange.whole(exchange.refused(refusal));
        }
    }

    private Delivery deliver(Exchange exchange, Action action, Call call) {
        return simulation
                .faults()
                .next(exchange.target())
                .map(fault -> new FaultyDelivery(
                                exchange, fault, () -> perform(exchange, action, call), action.changes())
                        .delivery())
                .orElseGet(() -> exchange.whole(perform(exchange, action, call)));
    }

    private Reply perform(Exchange exchange, Action action, Call call) {
        try {
            gateway.authorise(action, call);
            action.parameters().check(call.arguments());
            var answer = action.answer(call);
            exchange.applied(answer.changed());
            return exchange.succeeded(answer);
        } catch (Refusal refusal) {
            return exchange.refused(refusal);
        }
    }

    private Call call(Exchange exchange, Caller caller) {
        return new Call(
                caller,
                exchange.arguments(),
                simulation.world(),
                simulation.settings(),
                exchange.now(),
                exchange.requestId(),
                exchange.arrival().sourceIp());
    }
}
