package io.imagesweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.Imagesweep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program in a process of its own, which can be killed. */
record ProgramProcess(Process process, Path out, Path err) implements AutoCloseable {

    private static final long LONGEST_SECONDS = 240;
    private static final long LOOK_AGAIN_NANOS = 10_000_000;

    /** It lives for seconds: what pays off later is left out. */
    private static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    /** Starts one command with the settings of {@code program}. */
    static ProgramProcess start(ProgramUnderTest program, String... arguments) {
        return start(program, Map.of(), arguments);
    }

    /** The same with variables of its environment. */
    static ProgramProcess start(ProgramUnderTest program, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SHORT_LIVED);
        program.settings().forEach(setting -> command.add("-D" + setting.substring(2)));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Imagesweep.class.getName()));
        command.addAll(List.of(arguments));
        try {
            var out = Files.createTempFile("out", ".txt");
            var err = Files.createTempFile("err", ".txt");
            var builder =
                    new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().put("ALIBABA_CLOUD_ECS_METADATA_DISABLED", "true");
            builder.environment().putAll(environment);
            return new ProgramProcess(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs one command, which succeeds: tests that have nothing but processes of their own may run side by side. */
    static JsonNode toItsEnd(ProgramUnderTest program, String... arguments) {
        var asked = Stream.concat(Stream.of(arguments), Stream.of("--output", "json"));
        try (var process = start(program, asked.toArray(String[]::new))) {
            assertThat(process.exitCode()).as(process.said()).isZero();
            return process.json();
        }
    }

    /** Waits until {@code condition} holds; false when the process ended before. */
    boolean reaches(BooleanSupplier condition) {
        while (process.isAlive()) {
            if (condition.getAsBoolean()) {
                return true;
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
        return false;
    }

    /** As {@code kill -9} does. */
    int kill() {
        process.destroyForcibly();
        return exitCode();
    }

    /** As {@code kill} does. */
    int terminate() {
        process.destroy();
        return exitCode();
    }

    int exitCode() {
        try {
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the program did not end: " + read(err));
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The last line of stdout, read as JSON. */
    JsonNode json() {
        return JsonMapper.shared()
                .readTree(read(out).strip().lines().reduce((_, last) -> last).orElse("{}"));
    }

    String said() {
        return read(err);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
