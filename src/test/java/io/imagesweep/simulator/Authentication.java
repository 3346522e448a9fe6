package io.imagesweep.simulator;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;

/** Finds out who calls, and refuses a request whose key, token, time, signature or nonce is not right. */
final class Authentication {

    /** Whole seconds in UTC, and nothing else (common parameters, 2021). */
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'")
            .withZone(ZoneOffset.UTC)
            .withResolverStyle(ResolverStyle.STRICT);

    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final TemporaryKeys temporaryKeys;
    private final NonceLedger nonces;

    Authentication(TemporaryKeys temporaryKeys, NonceLedger nonces) {
        this.temporaryKeys = temporaryKeys;
        this.nonces = nonces;
    }

    Caller caller(Arrival arrival, World world, Instant now) {
        var request = SignatureV3.isUsedBy(arrival) ? SignatureV3.read(arrival) : SignatureV1.read(arrival);
        var permanent = world.key(request.accessKeyId());
        if (permanent.isPresent()) {
            return permanent(request, permanent.get(), now);
        }
        var temporary = temporaryKeys.find(request.accessKeyId());
        if (temporary.isPresent()) {
            return temporary(request, temporary.get(), world, now);
        }
        throw ErrorCode.ACCESS_KEY_NOT_FOUND.refusal();
    }

    private Caller permanent(SignedRequest request, World.OwnedKey owned, Instant now) {
        var key = owned.key();
        if (!key.usable()) {
            throw ErrorCode.ACCESS_KEY_INACTIVE.refusal();
        }
        checkSigned(request, key.secret(), now);
        if (!request.securityToken().isEmpty()) {
            throw wrongToken(request);
        }
        useNonce(request, now);
        return caller(owned.account(), key);
    }

    private Caller temporary(SignedRequest request, TemporaryKey key, World world, Instant now) {
        if (request.securityToken().isEmpty()) {
            throw ErrorCode.MISSING_SECURITY_TOKEN.refusal();
        }
        checkSigned(request, key.secret(), now);
        if (!request.securityToken().equals(key.token())) {
            throw wrongToken(request);
        }
        if (!now.isBefore(key.expiresAt())) {
            throw ErrorCode.TOKEN_EXPIRED.refusal();
        }
        useNonce(request, now);
        var permissions = world.account(key.accountId())
                .flatMap(account -> account.permissionsOfRole(key.roleName()))
                .orElseThrow(ErrorCode.ACCESS_KEY_NOT_FOUND::refusal);
        return key.caller(permissions);
    }

    private static Caller caller(Account account, AccessKey key) {
        var type = key.isUnlimited() ? Caller.Type.ACCOUNT : Caller.Type.RAM_USER;
        var arn = type == Caller.Type.ACCOUNT
                ? "acs:ram::%s:root".formatted(account.id())
                : "acs:ram::%s:user/%s".formatted(account.id(), key.id());
        return new Caller(account.id(), type, key.id(), arn, List.of(account.permissionsOfKey(key)));
    }

    private Refusal wrongToken(SignedRequest request) {
        return temporaryKeys.hasToken(request.securityToken())
                ? ErrorCode.TOKEN_MISMATCH.refusal()
                : ErrorCode.TOKEN_MALFORMED.refusal();
    }

    private static void checkSigned(SignedRequest request, String secret, Instant now) {
        if (Duration.between(time(request), now).abs().compareTo(WINDOW) > 0) {
            throw ErrorCode.TIMESTAMP_EXPIRED.refusal();
        }
        if (!request.isSignedWith(secret)) {
            throw ErrorCode.SIGNATURE_DOES_NOT_MATCH.refusal(request.textToSign());
        }
    }

    private void useNonce(SignedRequest request, Instant now) {
        if (!nonces.use(request.accessKeyId(), request.nonce(), now)) {
            throw ErrorCode.NONCE_USED.refusal();
        }
    }

    private static Instant time(SignedRequest request) {
        try {
            return TIMESTAMP.parse(request.timestamp(), Instant::from);
        } catch (DateTimeException e) {
            throw ErrorCode.TIMESTAMP_FORMAT.refusal();
        }
    }
}
