package io.imagesweep.alibaba;

import io.imagesweep.alibaba.Reader.Listed;
import io.imagesweep.alibaba.Reader.Service;
import io.imagesweep.candidate.AccountRegion;
import io.imagesweep.candidate.Reading;
import io.imagesweep.candidate.Reading.Complete;
import io.imagesweep.candidate.Reading.Unreadable;
import io.imagesweep.candidate.Reference;
import io.imagesweep.candidate.Referrers;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The images that instances were made of, whatever their status. Pages follow each other by tokens, so that nothing shifts. */
record InstanceUses(Reader reader) {

    private static final String ACTION = "DescribeInstances";
    private static final String TOKEN = "NextToken";

    Reading<Referrers> of(AccountRegion where) {
        var listed = new Listed(where, Service.ECS, ACTION, "Instances", "Instance");
        Map<String, List<Reference>> found = new HashMap<>();
        Set<String> tokens = new HashSet<>();
        String token = "";
        while (tokens.add(token)) {
            switch (page(listed, token)) {
                case Complete<TokenPage>(TokenPage page) -> {
                    page.instances().forEach(one -> found.put(id(one), ImageNames.of("instance", id(one), one)));
                    token = page.next();
                }
                case Unreadable<TokenPage>(boolean ours, String why) -> {
                    return new Unreadable<>(ours, why);
                }
            }
            if (token.isEmpty()) {
                return new Complete<>(referrers(found));
            }
        }
        return new Unreadable<>(false, "the listing leads back to a page that was read");
    }

    private Reading<TokenPage> page(Listed listed, String token) {
        Map<String, String> parameters = new HashMap<>(Map.of("MaxResults", "100"));
        if (!token.isEmpty()) {
            parameters.put(TOKEN, token);
        }
        return Reader.read(reader.ask(listed, parameters), TokenPage::of);
    }

    private static Referrers referrers(Map<String, List<Reference>> found) {
        return new Referrers(
                found.size(), found.values().stream().flatMap(List::stream).toList());
    }

    private static String id(JsonNode instance) {
        return instance.path("InstanceId").asString("");
    }

    /**
     * One page.
     *
     * @param next the token of the next page, empty on the last
     */
    private record TokenPage(List<JsonNode> instances, String next) {

        /** An answer without a token says nothing about further pages unless it shows as many instances as there are. */
        static Optional<TokenPage> of(JsonNode body) {
            List<JsonNode> instances =
                    body.path("Instances").path("Instance").valueStream().toList();
            boolean last = body.has(TOKEN)
                    || instances.size() == body.path("TotalCount").asInt(-1);
            return body.has("Instances") && last
                    ? Optional.of(new TokenPage(instances, body.path(TOKEN).asString("")))
                    : Optional.empty();
        }
    }
}
