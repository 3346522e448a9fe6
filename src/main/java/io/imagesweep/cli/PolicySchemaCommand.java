package io.imagesweep.cli;

import io.imagesweep.policy.PolicySchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints the form of policy files for editors; needs no database. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        description = "Prints the JSON Schema of policy files, with which editors complete them. Needs no database.")
final class PolicySchemaCommand implements Callable<Integer> {

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    public Integer call() {
        var schema = PolicySchema.document();
        output.answer(schema, OutputOption.prettyJson(schema));
        return 0;
    }
}
