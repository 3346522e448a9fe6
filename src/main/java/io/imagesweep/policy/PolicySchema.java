package io.imagesweep.policy;

import java.util.LinkedHashMap;
import java.util.Map;

/** The form of policy files, for editors. */
public final class PolicySchema {

    private PolicySchema() {}

    /**
     * Gives a JSON Schema of draft 2020-12, as mappings and lists. It knows every key and every value; what keys say together
     * only {@link PolicyText} checks.
     */
    public static Map<String, Object> document() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Imagesweep policy");
        schema.putAll(PolicySettings.kind("").schema());
        return schema;
    }
}
