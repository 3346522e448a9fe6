package io.imagesweep.policy;

/**
 * What one line of the policy says of one image.
 *
 * @param name {@code built-in}, {@code protect.KEY}, or a rule's name
 * @param holds whether the protection keeps the image, or the image belongs to the rule
 * @param text why, or why not
 */
public record Verdict(String name, boolean holds, String text) {}
