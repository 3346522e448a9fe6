package io.imagesweep.policy;

import java.util.List;

/** What came of reading a policy file. Both lists of findings are in the order of the file. */
public sealed interface PolicyReading {

    /** The file is a policy. */
    record Valid(Policy policy, List<Finding> warnings) implements PolicyReading {}

    /** The file is none, and here is everything that is wrong with it. */
    record Invalid(List<Finding> errors, List<Finding> warnings) implements PolicyReading {}
}
