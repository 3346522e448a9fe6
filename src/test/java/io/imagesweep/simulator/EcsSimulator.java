package io.imagesweep.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The simulator: {@link #start} for a test, {@link #main} for a process of its own. */
public final class EcsSimulator implements AutoCloseable {

    private final Simulation simulation;
    private final HttpServer server;

    private EcsSimulator(SimulatorOptions options) {
        var start = Moments.wholeSeconds(Instant.now());
        simulation = new Simulation(options.settings(), options.keepCalls(), start, state(options, start));
        server = new HttpServer(simulation, new InetSocketAddress(options.bind(), options.port()));
    }

    /** Starts a simulator with the options of the command line, {@code "--images", "50"}; it serves when this returns. */
    public static EcsSimulator start(String... options) {
        var parsed = new SimulatorOptions();
        commandLine(parsed).parseArgs(options);
        return new EcsSimulator(parsed);
    }

    /** Where it serves, as {@code http://127.0.0.1:4711}. */
    public URI uri() {
        var address = server.address();
        var host = address.getAddress().isAnyLocalAddress()
                ? "127.0.0.1"
                : address.getAddress().getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort());
    }

    /** Its host and port, as the SDK wants an endpoint. */
    public String endpoint() {
        return uri().getAuthority();
    }

    /** Replaces the state, as {@code PUT /_simulator/state} does. */
    public void load(String state) {
        simulation.replace(mapper().readValue(state, StateDocument.class));
    }

    /** The state, as {@code GET /_simulator/state} has it. */
    public JsonNode state() {
        return mapper().valueToTree(simulation.world().state(simulation.clock().now()));
    }

    /** The calls received, as {@code GET /_simulator/calls} has them. */
    public JsonNode calls() {
        return CallReport.of(simulation.calls().records(), Map.of());
    }

    /** Changes settings, as {@code PUT /_simulator/settings} does. */
    public void settings(String settings) {
        SettingsReport.apply(mapper().readTree(settings), simulation);
    }

    /** Replaces the faults, as {@code PUT /_simulator/faults} does; {@code []} clears them. */
    public void faults(String faults) {
        simulation.faults().replace(List.of(mapper().readValue(faults, Fault[].class)));
    }

    @Override
    public void close() {
        server.close();
    }

    /** Serves until it is told to stop. */
    @SuppressWarnings("SystemOut") // the line is the sign that it serves
    public static void main(String... arguments) {
        var options = new SimulatorOptions();
        var commandLine = commandLine(options);
        try {
            commandLine.parseArgs(arguments);
            if (commandLine.isUsageHelpRequested()) {
                commandLine.usage(System.out);
                return;
            }
            var simulator = new EcsSimulator(options);
            Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
            System.out.println("simulator ready " + simulator.uri());
        } catch (ParameterException | IllegalArgumentException | UncheckedIOException | JacksonException e) {
            System.err.println("simulator: " + Complaint.about(e));
            System.exit(2);
        }
    }

    private JsonMapper mapper() {
        return Json.mapper(simulation::start);
    }

    private static CommandLine commandLine(SimulatorOptions options) {
        var commandLine = new CommandLine(options);
        commandLine.getCommandSpec().name("simulator").mixinStandardHelpOptions(true);
        return commandLine;
    }

    private static StateDocument state(SimulatorOptions options, Instant start) {
        var file = options.seedFile();
        if (file == null) {
            return options.generatedState().document(start);
        }
        try {
            return Json.mapper(() -> start).readValue(Files.readString(file), StateDocument.class);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
