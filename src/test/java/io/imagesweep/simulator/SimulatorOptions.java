package io.imagesweep.simulator;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** How a simulator is started. */
@SuppressWarnings("NullAway.Init") // picocli sets each field that has a default
final class SimulatorOptions {

    @Option(names = "--port", defaultValue = "0", description = "Port to listen on; 0: a free one.")
    private int port;

    @Option(names = "--bind", defaultValue = "127.0.0.1", description = "Address to listen on.")
    private String bind;

    @Option(names = "--seed-file", description = "State to start with; without it, one is made.")
    private @Nullable Path seedFile;

    @Option(names = "--images", defaultValue = "2000", description = "Images of the state that is made.")
    private int images;

    @Option(names = "--regions", defaultValue = "3", description = "Regions of each account.")
    private int regions;

    @Option(names = "--accounts", defaultValue = "2", description = "Accounts.")
    private int accounts;

    @Option(names = "--seed", defaultValue = "1", description = "Random seed of the state that is made.")
    private long seed;

    @Option(
            names = "--latency",
            defaultValue = "0ms",
            converter = LatencyConverter.class,
            description = "Time before each answer: 50ms, or p50=50ms,p99=500ms.")
    private Latency latency;

    @Option(
            names = "--rate-per-minute",
            defaultValue = "500",
            description = "Calls of each action in each account and region; 0: no quota.")
    private int ratePerMinute;

    @Option(
            names = "--deletion-lag",
            defaultValue = "0s",
            converter = DurationConverter.class,
            description = "How long a deleted image is still listed.")
    private Duration deletionLag;

    @Option(
            names = "--missing-image",
            defaultValue = "200",
            description = "What DeleteImage of an unknown id answers: 200 or 404.")
    private int missingImage;

    @Option(names = "--keep-calls", defaultValue = "100000", description = "Calls that are remembered.")
    private int keepCalls;

    int port() {
        return port;
    }

    String bind() {
        return bind;
    }

    @Nullable
    Path seedFile() {
        return seedFile;
    }

    int keepCalls() {
        return keepCalls;
    }

    Settings settings() {
        return new Settings(latency, ratePerMinute, deletionLag, missingImage);
    }

    GeneratedState generatedState() {
        return new GeneratedState(images, regions, accounts, seed);
    }

    /** Reads a duration. */
    static final class DurationConverter implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            return Durations.parsePositive(text);
        }
    }

    /** Reads a latency. */
    static final class LatencyConverter implements ITypeConverter<Latency> {
        @Override
        public Latency convert(String text) {
            return Latency.parse(text);
        }
    }
}
