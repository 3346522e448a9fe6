package io.imagesweep.simulator;

import java.util.List;
import java.util.Map;

/** The documented parameters of an action, and the check of what arrives against them. */
record ParameterTable(Product product, List<Parameter> parameters) {

    static ParameterTable of(Product product, Parameter... parameters) {
        return new ParameterTable(product, List.of(parameters));
    }

    void check(Arguments arguments) {
        for (var parameter : parameters) {
            if (parameter.type() == Parameter.Type.REPEAT_LIST) {
                checkList(parameter, arguments);
            } else {
                checkValue(parameter, parameter.name(), arguments.text(parameter.name()));
            }
        }
    }

    private void checkList(Parameter parameter, Arguments arguments) {
        var entries = arguments.list(parameter.name());
        if (entries.isEmpty() && parameter.required()) {
            throw product.missing(parameter.name());
        }
        if (entries.size() > parameter.most()) {
            throw parameter.overflow().get();
        }
        entries.forEach((number, entry) -> checkEntry(parameter, parameter.name() + "." + number, entry));
    }

    private void checkEntry(Parameter parameter, String name, Map<String, String> entry) {
        if (parameter.parts().isEmpty()) {
            checkValue(parameter, name, entry.getOrDefault("", ""));
        }
        for (var part : parameter.parts()) {
            checkValue(part, name + "." + part.name(), entry.getOrDefault(part.name(), ""));
        }
    }

    private void checkValue(Parameter parameter, String name, String value) {
        if (value.isEmpty() && parameter.presence() == Parameter.Presence.REQUIRED) {
            throw product.missing(name);
        }
        if (!value.isEmpty() && !parameter.valid().test(value)) {
            throw parameter.refusal().get();
        }
    }
}
