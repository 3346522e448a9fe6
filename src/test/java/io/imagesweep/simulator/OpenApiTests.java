package io.imagesweep.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The project's table of parameters against the vendor's metadata, where that lies in a folder. */
@EnabledIfSystemProperty(named = OpenApiTests.FOLDER, matches = ".+")
class OpenApiTests {

    static final String FOLDER = "test.openapi";

    private static final JsonMapper MAPPER = JsonMapper.shared();

    static Stream<String> documents() throws Exception {
        var root = Path.of(System.getProperty(FOLDER));
        try (var files = Files.walk(root, 2)) {
            return files
                    .filter(file -> file.toString().endsWith(".json"))
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void knowsEveryParameter(String document) throws Exception {
        var path = Path.of(document);
        var product = Product.valueOf(path.getName(0).toString().toUpperCase(Locale.ROOT));
        var name = path.getName(1).toString().replace(".json", "");
        var action = new Actions(new TemporaryKeys()).find(product, name).orElseThrow();
        var metadata = MAPPER.readTree(
                Files.readString(Path.of(System.getProperty(FOLDER)).resolve(path)));

        assertThat(known("", action.parameters().parameters()))
                .containsExactlyInAnyOrderElementsOf(documented("", metadata.path("parameters")));
    }

    private static List<String> known(String prefix, List<Parameter> parameters) {
        var lines = new ArrayList<String>();
        for (var parameter : parameters) {
            lines.add(line(prefix + parameter.name(), type(parameter), parameter.required()));
            lines.addAll(known(prefix + parameter.name() + "/", parameter.parts()));
        }
        return lines;
    }

    private static List<String> documented(String prefix, JsonNode parameters) {
        var lines = new ArrayList<String>();
        for (var parameter : parameters) {
            var name = prefix + parameter.path("name").asString("");
            lines.add(line(
                    name,
                    parameter.path("type").asString(""),
                    parameter.path("required").asBoolean(false)));
            lines.addAll(documented(name + "/", parameter.path("sub_parameters")));
        }
        return lines;
    }

    private static String type(Parameter parameter) {
        var words = parameter.type().name().split("_", -1);
        return String.join(
                "",
                Arrays.stream(words)
                        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                        .toList());
    }

    private static String line(String name, String type, boolean required) {
        return name + " " + type + (required ? " required" : "");
    }
}
