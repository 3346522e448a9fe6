package io.imagesweep.alibaba;

import io.imagesweep.alibaba.Reader.Listed;
import io.imagesweep.alibaba.Reader.Service;
import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.Reading;
import io.imagesweep.candidate.Reading.Complete;
import io.imagesweep.candidate.Reading.Unreadable;
import io.imagesweep.candidate.Reference;
import io.imagesweep.candidate.Referrers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The images that launch templates name in all their versions: one call for each template of up to fifty versions, the first
 * time and whenever the template has changed since.
 */
final class LaunchTemplateUses {

    private static final String ID = "LaunchTemplateId";
    private static final String NUMBER = "VersionNumber";

    private final Reader reader;
    private final int maxInFlight;
    private final RememberedTemplates remembered;

    LaunchTemplateUses(Reader reader, int maxInFlight, RememberedTemplates remembered) {
        this.reader = reader;
        this.maxInFlight = maxInFlight;
        this.remembered = remembered;
    }

    Reading<Referrers> of(AccountRegion where) {
        var listed =
                new Listed(where, Service.ECS, "DescribeLaunchTemplates", "LaunchTemplateSets", "LaunchTemplateSet");
        return switch (reader.list(listed, Map.of(), template -> text(template, ID))) {
            case Complete<List<JsonNode>>(var templates) -> versions(where, templates);
            case Unreadable<List<JsonNode>>(boolean ours, String why) -> new Unreadable<>(ours, why);
        };
    }

    /** Asks for the templates side by side, as fast as the pace allows; after a failure for no other. */
    private Reading<Referrers> versions(AccountRegion where, List<JsonNode> templates) {
        var found = new ConcurrentLinkedQueue<Referrers>();
        var failure = new AtomicReference<@Nullable Unreadable<Referrers>>();
        var places = new Semaphore(maxInFlight);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (JsonNode template : templates) {
                places.acquireUninterruptibly();
                threads.execute(() -> {
                    try {
                        if (failure.get() == null) {
                            take(known(where, template), found, failure);
                        }
                    } finally {
                        places.release();
                    }
                });
            }
        }
        Unreadable<Referrers> unreadable = failure.get();
        return unreadable == null ? new Complete<>(together(found)) : unreadable;
    }

    private static void take(
            Reading<Referrers> reading,
            ConcurrentLinkedQueue<Referrers> found,
            AtomicReference<@Nullable Unreadable<Referrers>> failure) {
        switch (reading) {
            case Complete<Referrers>(Referrers referrers) -> found.add(referrers);
            case Unreadable<Referrers> unreadable -> failure.set(unreadable);
        }
    }

    private Reading<Referrers> known(AccountRegion where, JsonNode template) {
        return remembered
                .of(where, template)
                .<Reading<Referrers>>map(Complete::new)
                .orElseGet(() -> versions(where, template));
    }

    private Reading<Referrers> versions(AccountRegion where, JsonNode template) {
        var listed = new Listed(
                where,
                Service.ECS,
                "DescribeLaunchTemplateVersions",
                "LaunchTemplateVersionSets",
                "LaunchTemplateVersionSet");
        Map<String, String> parameters = Map.of(ID, text(template, ID), "DetailFlag", "true");
        return switch (reader.list(listed, parameters, version -> text(version, NUMBER))) {
            case Complete<List<JsonNode>>(var versions) -> new Complete<>(remember(where, template, versions));
            case Unreadable<List<JsonNode>>(boolean _, String why)
            when isGone(why) -> new Complete<>(new Referrers(0, List.of()));
            case Unreadable<List<JsonNode>>(boolean ours, String why) -> new Unreadable<>(ours, why);
        };
    }

    private Referrers remember(AccountRegion where, JsonNode template, List<JsonNode> versions) {
        var referrers = referrers(template, versions);
        var numbers =
                versions.stream().map(version -> version.path(NUMBER).asLong(0)).toList();
        remembered.remember(where, template, numbers, referrers);
        return referrers;
    }

    /** The template vanished after it was listed. */
    private static boolean isGone(String why) {
        return why.startsWith("InvalidLaunchTemplate.NotFound");
    }

    private static Referrers referrers(JsonNode template, List<JsonNode> versions) {
        List<Reference> references = new ArrayList<>();
        for (JsonNode version : versions) {
            String type = isInUse(template, version, versions) ? "launch-template" : "launch-template-version";
            String id = text(template, ID) + "/" + text(version, NUMBER);
            references.addAll(ImageNames.of(type, id, version.path("LaunchTemplateData")));
        }
        return new Referrers(versions.size(), references);
    }

    /** Says whether it is the default or the latest version, by either listing: between the two that may have changed. */
    private static boolean isInUse(JsonNode template, JsonNode version, List<JsonNode> versions) {
        long number = version.path(NUMBER).asLong(0);
        return version.path("DefaultVersion").asBoolean(false)
                || number == template.path("DefaultVersionNumber").asLong(-1)
                || number == template.path("LatestVersionNumber").asLong(-1)
                || versions.stream().noneMatch(other -> other.path(NUMBER).asLong(0) > number);
    }

    private static Referrers together(Iterable<Referrers> parts) {
        List<Reference> references = new ArrayList<>();
        int count = 0;
        for (Referrers part : parts) {
            references.addAll(part.references());
            count += part.count();
        }
        return new Referrers(count, references);
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
