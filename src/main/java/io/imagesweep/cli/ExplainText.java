package io.imagesweep.cli;

import io.imagesweep.job.ExplainedImage;
import io.imagesweep.ledger.PastDecision;
import io.imagesweep.policy.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why an image would go or stay, for a person: the decision first. */
final class ExplainText {

    private ExplainText() {}

    static String of(ExplainedImage explained) {
        var answer = ExplainAnswer.of(explained);
        List<String> lines = new ArrayList<>();
        lines.add("%s by %s: %s".formatted(answer.decision(), by(answer), shown(answer.reason())));
        lines.add("image %s in account %s, region %s, name %s, family %s, status %s, created %s; as of %s"
                .formatted(
                        answer.imageId(),
                        answer.account(),
                        answer.region(),
                        shown(answer.name()),
                        shown(answer.family()),
                        shown(answer.status()),
                        answer.createdAt(),
                        answer.now()));
        lines.add("protections:");
        answer.protections().forEach(verdict -> lines.add(line(verdict, "keeps")));
        lines.add("rules:");
        answer.rules().forEach(verdict -> lines.add(line(verdict, "fits")));
        lines.add("references:" + (answer.references().isEmpty() ? " none known" : ""));
        answer.references().forEach(use -> lines.add(line(use)));
        lines.add("sources:");
        answer.sources().forEach(source -> lines.add(line(source)));
        lines.add("last runs:" + (answer.runs().isEmpty() ? " none" : ""));
        answer.runs().forEach(run -> lines.add(line(run)));
        return String.join(System.lineSeparator(), lines);
    }

    private static String by(ExplainAnswer answer) {
        return answer.rule() == null ? "no rule" : answer.rule();
    }

    private static String line(Verdict verdict, String yes) {
        return "  %-5s  %s: %s".formatted(verdict.holds() ? yes : "-", verdict.name(), shown(verdict.text()));
    }

    private static String line(ExplainAnswer.Use use) {
        return "  %s %s of account %s, seen at %s, %s, %s"
                .formatted(
                        shown(use.referrerType()),
                        shown(use.referrerId()),
                        shown(use.referrerAccount()),
                        use.seenAt() == null ? "no known time" : use.seenAt(),
                        use.current() ? "current" : "no longer current",
                        use.counts() ? "counts" : "does not count by this policy");
    }

    private static String line(ExplainAnswer.Source source) {
        return "  %s of account %s: read completely at %s, watched since %s%s"
                .formatted(
                        source.source(),
                        shown(source.account()),
                        source.syncedAt() == null ? "no time" : source.syncedAt(),
                        source.observedSince() == null ? "no time" : source.observedSince(),
                        source.error() == null ? "" : ", then failed: " + shown(source.error()));
    }

    private static String line(PastDecision run) {
        return "  %s  %s  %s  %s: %s by %s: %s%s"
                .formatted(
                        run.startedAt(),
                        run.runId(),
                        run.mode(),
                        run.outcome(),
                        run.decision(),
                        run.rule() == null ? "no rule" : run.rule(),
                        shown(run.reason()),
                        run.message() == null ? "" : "; " + shown(run.message()));
    }

    /** Text from outside must not break lines or colour a terminal. */
    private static String shown(@Nullable String text) {
        return text == null || text.isEmpty() ? "none" : text.replaceAll("\\p{Cntrl}", "\uFFFD");
    }
}
