package io.imagesweep.policy;

import io.imagesweep.policy.PolicyReading.Invalid;
import io.imagesweep.policy.PolicyReading.Valid;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Reads the text of a policy file. */
public final class PolicyText {

    private PolicyText() {}

    /** Reads {@code file}; whatever it holds, the answer is a value. */
    public static PolicyReading read(byte[] file, String fileName) {
        var findings = new Findings();
        Optional<Policy> policy = FileText.of(file, fileName, findings)
                .flatMap(text -> Document.of(text, fileName, findings))
                .flatMap(root -> PolicySettings.kind(hash(file)).read(root, Pointer.ROOT, findings));
        return policy.filter(read -> findings.errors().isEmpty())
                .<PolicyReading>map(read -> new Valid(read, findings.warnings()))
                .orElseGet(() -> new Invalid(findings.errors(), findings.warnings()));
    }

    private static String hash(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
