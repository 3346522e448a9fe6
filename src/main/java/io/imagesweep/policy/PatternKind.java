package io.imagesweep.policy;

import com.google.re2j.PatternSyntaxException;
import io.imagesweep.policy.Node.Text;
import java.util.Map;
import java.util.Optional;

/**
 * A pattern for names or families.
 *
 * @param isName whether a pattern without a wildcard is doubtful, since names of images are seldom used twice
 */
record PatternKind(boolean isName) implements Kind<TextPattern> {

    @Override
    public String allowed() {
        return "a glob with * and ?, or regex: and a regular expression (RE2)";
    }

    @Override
    public Map<String, Object> schema() {
        return Schema.text("[\\s\\S]*");
    }

    @Override
    public Optional<TextPattern> read(Node node, String path, Findings findings) {
        if (!(node instanceof Text text) || text.isBlank()) {
            return refuse(node, path, findings);
        }
        return text.text().startsWith(Expression.PREFIX)
                ? expression(text, path, findings)
                : Optional.of(glob(text, path, findings));
    }

    private Optional<TextPattern> expression(Text text, String path, Findings findings) {
        try {
            return Optional.of(Expression.parse(text.text()));
        } catch (PatternSyntaxException e) {
            String why = " (" + e.getDescription() + "), allowed: ";
            findings.error(text.place(), path, "found " + text.shown() + why + allowed());
            return Optional.empty();
        }
    }

    private TextPattern glob(Text text, String path, Findings findings) {
        var glob = new Glob(text.text());
        if (isName && !glob.hasWildcard()) {
            String message = text.shown() + " has no wildcard, so it fits images of exactly this name";
            findings.warning(text.place(), path, message);
        }
        return glob;
    }
}
