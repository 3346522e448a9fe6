package io.imagesweep.simulator;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds the answers whose fields are as the parameters of the call say; a parameter that is not given asks for nothing. */
final class FieldFilter {

    private static final int MOST_IDS = 100;

    private FieldFilter() {}

    /** By parameter the pointer to its field. */
    static Predicate<JsonNode> equal(Arguments arguments, Map<String, String> fields) {
        Predicate<JsonNode> all = any -> true;
        for (var field : fields.entrySet()) {
            var wanted = arguments.text(field.getKey());
            if (!wanted.isEmpty()) {
                all = all.and(node ->
                        wanted.equalsIgnoreCase(node.at(field.getValue()).asString("")));
            }
        }
        return all;
    }

    /** The parameter is a JSON array of texts, one of which the field must be. */
    static Predicate<JsonNode> among(Arguments arguments, String parameter, String field) {
        var wanted = arguments.text(parameter);
        if (wanted.isEmpty()) {
            return any -> true;
        }
        var texts = texts(parameter, wanted);
        return node -> texts.contains(node.at(field).asString(""));
    }

    private static Set<String> texts(String parameter, String json) {
        try {
            var array = JsonMapper.shared().readTree(json);
            if (array.isArray() && array.size() <= MOST_IDS) {
                return array.valueStream().map(node -> node.asString("")).collect(HashSet::new, Set::add, Set::addAll);
            }
        } catch (JacksonException e) {
            throw ErrorCode.INVALID_PARAMETER.refusal(parameter);
        }
        throw ErrorCode.INVALID_PARAMETER.refusal(parameter);
    }
}
