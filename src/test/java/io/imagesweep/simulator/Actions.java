package io.imagesweep.simulator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The actions that are simulated. */
final class Actions {

    private final Map<String, Action> byName;

    Actions(TemporaryKeys temporaryKeys) {
        byName = List.of(
                        new DescribeRegions(),
                        new DescribeImages(),
                        new DescribeImageFromFamily(),
                        new DeleteImage(),
                        new ModifyImageAttribute(),
                        new DescribeImageSharePermission(),
                        new ModifyImageSharePermission(),
                        new CancelCopyImage(),
                        new DescribeInstances(),
                        new DescribeSnapshots(),
                        new DeleteSnapshot(),
                        new DescribeLaunchTemplates(),
                        new DescribeLaunchTemplateVersions(),
                        new TagResources(),
                        new UntagResources(),
                        new ListTagResources(),
                        new DescribeScalingGroups(),
                        new DescribeScalingConfigurations(),
                        new AssumeRole(temporaryKeys),
                        new AssumeRoleWithOIDC(temporaryKeys),
                        new GetCallerIdentity())
                .stream()
                .collect(Collectors.toUnmodifiableMap(Action::name, Function.identity()));
    }

    Optional<Action> find(Product product, String name) {
        return Optional.ofNullable(byName.get(name)).filter(action -> action.product() == product);
    }

    /** An action that nobody knows changes nothing. */
    boolean changes(String name) {
        var action = byName.get(name);
        return action != null && action.changes();
    }

    List<Action> all() {
        return List.copyOf(byName.values());
    }
}
