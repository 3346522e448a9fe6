package io.imagesweep.policy;

import io.imagesweep.policy.Node.Entry;
import io.imagesweep.policy.Node.Items;
import io.imagesweep.policy.Node.Mapping;
import io.imagesweep.policy.Setting.Broken;
import io.imagesweep.policy.Setting.Given;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A mapping from tag keys to the values that fit. */
record TagsKind() implements Kind<List<TagCondition>> {

    private static final ListKind<String> TEXTS =
            ListKind.of("texts without *", ScalarKind.text("text without *", "[^*]*"));
    private static final ScalarKind<List<String>> TEXT = new ScalarKind<>(
            "text without *, a list of such texts, or \"*\" alone for any value",
            Schema.text("\\*|[^*]*"),
            text -> text.equals("*")
                    ? Optional.of(List.of())
                    : Optional.of(List.of(text)).filter(one -> !text.contains("*")));

    @Override
    public String allowed() {
        return "a mapping from one or more tag keys to text, a list of texts, or \"*\"";
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> tags = Schema.with(Schema.of("type", "object"), "minProperties", 1);
        Map<String, Object> values = Schema.of("anyOf", List.of(TEXT.schema(), TEXTS.schema()));
        return Schema.with(
                Schema.with(tags, "propertyNames", Schema.of("minLength", 1)), "additionalProperties", values);
    }

    @Override
    public Optional<List<TagCondition>> read(Node node, String path, Findings findings) {
        if (!(node instanceof Mapping mapping) || mapping.entries().isEmpty()) {
            return refuse(node, path, findings);
        }
        Keys.refuseDoubled(mapping, path, findings);
        List<TagCondition> conditions = new ArrayList<>();
        for (Entry entry : mapping.entries()) {
            condition(entry, Pointer.child(path, entry.key()), findings).ifPresent(conditions::add);
        }
        return Optional.of(conditions)
                .filter(all -> all.size() == mapping.entries().size());
    }

    private static Optional<TagCondition> condition(Entry entry, String path, Findings findings) {
        if (entry.key().isEmpty()) {
            findings.error(entry.place(), path, "found an empty tag key, allowed: text");
        }
        Kind<List<String>> kind = entry.value() instanceof Items ? TEXTS : TEXT;
        return switch (Keys.read(entry, path, kind, findings)) {
            case Given<List<String>> given -> Optional.of(new TagCondition(entry.key(), given.value()));
            case Broken<List<String>> broken -> Optional.empty();
            case Setting.Absent<List<String>> absent -> Optional.empty();
        };
    }
}
