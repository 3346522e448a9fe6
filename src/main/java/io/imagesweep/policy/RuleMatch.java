package io.imagesweep.policy;

/**
 * How many images a line of the policy met.
 *
 * @param name {@code protect.KEY}, or a rule's name
 * @param images those on which the protection holds, or those that belong to the rule
 */
public record RuleMatch(String name, long images) {}
