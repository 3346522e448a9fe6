package io.imagesweep.alibaba;

import io.imagesweep.deletion.Answer;
import io.imagesweep.deletion.Answer.Accepted;
import io.imagesweep.deletion.Answer.Busy;
import io.imagesweep.deletion.Answer.Denied;
import io.imagesweep.deletion.Answer.InUse;
import io.imagesweep.deletion.Answer.Missing;
import io.imagesweep.deletion.Answer.Refused;
import io.imagesweep.deletion.Answer.Throttled;
import io.imagesweep.deletion.Answer.Unclear;
import io.imagesweep.deletion.Answer.Unknown;
import io.imagesweep.deletion.ApiAnswer;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** From the code and status of an answer to its meaning: the one place that knows the API's words. */
final class AnswerTable {

    private static final int SERVER_ERROR = 500;

    /**
     * A star stands for anything. Sources: the error tables of DeleteImage (2018 to 2025), DeleteSnapshot (2025),
     * ModifyImageAttribute and ModifyImageSharePermission (2021), of the gateway, and of RRSA (2026).
     */
    private static final List<Row> ROWS = List.of(
            row("InvalidImageId.NotFound", Missing::new),
            row("InvalidSnapshotId.NotFound", Missing::new),
            row("ImageUsingByInstance", InUse::new),
            row("ImageUseShared", Refused::new),
            row("ImageIsPublic", Refused::new),
            row("IncorrectImageStatus*", Refused::new),
            row("InvalidAccount.*", Refused::new),
            row("QuotaExceed.ShareImage*", Refused::new),
            row("*.EncryptedSnapshot", Refused::new),
            row("SnapshotCreatedDisk", Refused::new),
            row("InvalidOperation.DeleteSharedSnapshotUnsupported", Refused::new),
            row("InvalidOperation.ResourceManagedByCloudProduct", Refused::new),
            row("OperationDenied.ImageCopying", Busy::new),
            row("ImageIsImporting", Busy::new),
            row("ImageIsExporting", Busy::new),
            row("ImageIsCreating", Busy::new),
            row("OperationConflict", Busy::new),
            row("Operation.Conflict", Busy::new),
            row("LastTokenProcessing", Busy::new),
            // Deletions lag: the snapshot may still be taken for that of the image that is gone.
            row("SnapshotCreatedImage", Busy::new),
            row("IncorrectDiskStatus.CreatingSnapshot", Busy::new),
            row("InvalidOperation.RelatedSnapshotNotFinished", Busy::new),
            row("InvalidAccessKeyId*", Denied::new),
            row("SignatureDoesNotMatch", Denied::new),
            row("IncompleteSignature", Denied::new),
            row("Forbidden*", Denied::new),
            row("NoPermission*", Denied::new),
            row("AuthenticationFail*", Denied::new),
            row("InvalidSecurityToken*", Denied::new),
            row("MissingSecurityToken", Denied::new),
            row("InvalidTimeStamp*", Denied::new),
            row("InvalidRegionId*", Denied::new),
            row("*NotSupportedEndpoint", Denied::new),
            row("InvalidAction*", Denied::new),
            row("InvalidApi.NotFound", Denied::new),
            row("InvalidVersion", Denied::new),
            row("InvalidSignatureMethod", Denied::new),
            row("UnsupportedHTTPMethod", Denied::new),
            row("UnknownError", AnswerTable::unclear),
            row("InternalError*", AnswerTable::unclear),
            row("ServiceUnavailable*", AnswerTable::unclear),
            // Somebody delivered one request twice: the first delivery may have done it.
            row("SignatureNonceUsed", AnswerTable::unclear));

    private AnswerTable() {}

    /** The meaning of an answer that came whole; {@code retryAfter} as its headers have it. */
    static Answer answer(ApiAnswer said, @Nullable Duration retryAfter) {
        String code = said.code();
        if (code != null && code.contains("Throttling")) {
            return new Throttled(said, retryAfter);
        }
        return code == null ? withoutCode(said) : withCode(said, code);
    }

    private static Answer withCode(ApiAnswer said, String code) {
        return ROWS.stream()
                .filter(row -> row.covers(code))
                .findFirst()
                .map(row -> row.meaning().apply(said))
                .orElseGet(() -> status(said) >= SERVER_ERROR ? unclear(said) : new Unknown(said));
    }

    /** Only a whole JSON answer of the API gets here without a code; what is no JSON is unclear whatever its status. */
    private static Answer withoutCode(ApiAnswer said) {
        int status = status(said);
        if (status >= 200 && status < 300) {
            return new Accepted(said);
        }
        return status >= SERVER_ERROR ? unclear(said) : new Unknown(said);
    }

    private static int status(ApiAnswer said) {
        return said.httpStatus() == null ? 0 : said.httpStatus();
    }

    private static Answer unclear(ApiAnswer said) {
        return new Unclear(said, true);
    }

    private static Row row(String code, Function<ApiAnswer, Answer> meaning) {
        return new Row(code, meaning);
    }

    private record Row(String code, Function<ApiAnswer, Answer> meaning) {

        boolean covers(String said) {
            if (code.startsWith("*")) {
                return said.endsWith(code.substring(1));
            }
            return code.endsWith("*") ? said.startsWith(code.substring(0, code.length() - 1)) : said.equals(code);
        }
    }
}
