package io.imagesweep.simulator;

import java.time.Instant;
import java.util.List;

/** All that a running simulator knows and may be told. */
final class Simulation {

    private final Instant start;
    private final SimulatorClock clock = new SimulatorClock();
    private final TemporaryKeys temporaryKeys = new TemporaryKeys();
    private final NonceLedger nonces = new NonceLedger();
    private final Authentication authentication = new Authentication(temporaryKeys, nonces);
    private final Actions actions = new Actions(temporaryKeys);
    private final Quotas quotas = new Quotas();
    private final FaultPlan faults = new FaultPlan();
    private final CallLog calls;
    private volatile Settings settings;
    private volatile World world;

    Simulation(Settings settings, int keptCalls, Instant start, StateDocument state) {
        this.start = start;
        this.settings = settings;
        calls = new CallLog(keptCalls);
        world = new World(state, start);
    }

    Instant start() {
        return start;
    }

    SimulatorClock clock() {
        return clock;
    }

    Authentication authentication() {
        return authentication;
    }

    Actions actions() {
        return actions;
    }

    Quotas quotas() {
        return quotas;
    }

    FaultPlan faults() {
        return faults;
    }

    CallLog calls() {
        return calls;
    }

    Settings settings() {
        return settings;
    }

    void change(Settings newSettings) {
        settings = newSettings;
    }

    World world() {
        return world;
    }

    /** Takes another state; what was called, spent and planned before is forgotten. */
    void replace(StateDocument state) {
        world = new World(state, clock.now());
        calls.forget();
        quotas.forget();
        nonces.forget();
        faults.replace(List.of());
    }
}
