package io.imagesweep.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagesweep.deletion.Answer.Throttled;
import io.imagesweep.deletion.ApiAnswer;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTableTests {

    @ParameterizedTest
    @CsvSource({
        "200, , Accepted",
        "202, , Accepted",
        "404, InvalidImageId.NotFound, Missing",
        "403, ImageUsingByInstance, InUse",
        "403, ImageUseShared, Refused",
        "403, ImageIsPublic, Refused",
        "403, IncorrectImageStatus, Refused",
        "404, InvalidAccount.NotFound, Refused",
        "404, InvalidAccount.Forbbiden, Refused",
        "403, QuotaExceed.ShareImage, Refused",
        "403, QuotaExceed.ShareImageUser, Refused",
        "403, OperationDeined.EncryptedSnapshot, Refused",
        "403, SnapshotCreatedDisk, Refused",
        "403, InvalidOperation.DeleteSharedSnapshotUnsupported, Refused",
        "403, InvalidOperation.ResourceManagedByCloudProduct, Refused",
        "404, InvalidSnapshotId.NotFound, Missing",
        "403, SnapshotCreatedImage, Busy",
        "400, IncorrectDiskStatus.CreatingSnapshot, Busy",
        "403, InvalidOperation.RelatedSnapshotNotFinished, Busy",
        "403, LastTokenProcessing, Busy",
        "404, InvalidAction.NotFound, Denied",
        "404, InvalidApi.NotFound, Denied",
        "400, InvalidVersion, Denied",
        "400, InvalidSignatureMethod, Denied",
        "403, UnsupportedHTTPMethod, Denied",
        "403, OperationDenied.ImageCopying, Busy",
        "403, ImageIsImporting, Busy",
        "403, ImageIsExporting, Busy",
        "403, ImageIsCreating, Busy",
        "409, OperationConflict, Busy",
        "403, Operation.Conflict, Busy",
        "400, Throttling, Throttled",
        "403, Throttling.User, Throttled",
        "429, Throttling.Api, Throttled",
        "500, Throttling.Resource, Throttled",
        "400, Rejected.Throttling, Throttled",
        "404, InvalidAccessKeyId.NotFound, Denied",
        "400, InvalidAccessKeyId.Inactive, Denied",
        "403, InvalidAccessKeyId, Denied",
        "400, SignatureDoesNotMatch, Denied",
        "400, IncompleteSignature, Denied",
        "403, Forbidden, Denied",
        "403, Forbidden.RAM, Denied",
        "403, Forbidden.SubUser, Denied",
        "403, Forbidden.AccessKeyDisabled, Denied",
        "403, NoPermission, Denied",
        "403, AuthenticationFail.NoPermission, Denied",
        "400, AuthenticationFail.OIDCToken.Expired, Denied",
        "400, InvalidSecurityToken.Expired, Denied",
        "400, InvalidSecurityToken.Malformed, Denied",
        "400, InvalidSecurityToken.MismatchWithAccessKey, Denied",
        "400, MissingSecurityToken, Denied",
        "400, InvalidTimeStamp.Expired, Denied",
        "400, InvalidTimeStamp.Format, Denied",
        "404, InvalidRegionId.NotFound, Denied",
        "404, InvalidOperation.NotSupportedEndpoint, Denied",
        "404, NotSupportedEndpoint, Denied",
        "500, InternalError, Unclear",
        "400, UnknownError, Unclear",
        "503, ServiceUnavailable, Unclear",
        "400, ServiceUnavailable.RegionMaintaining, Unclear",
        "400, SignatureNonceUsed, Unclear",
        "500, SomethingNew, Unclear",
        "504, , Unclear",
        "400, SomethingNew, Unknown",
        "499, SomethingNew, Unknown",
        "404, NotFound, Unknown",
        "403, ImageUsingByInstances, Unknown",
        "404, InvalidImageId.Malformed, Unknown",
        "400, MissingParameter, Unknown",
        "400, , Unknown",
        "302, , Unknown"
    })
    void tellsTheMeaning(int status, String code, String meaning) {
        var said = new ApiAnswer(status, code, "R-1", "message");

        var answer = AnswerTable.answer(said, null);

        assertThat(answer.getClass().getSimpleName()).isEqualTo(meaning);
        assertThat(answer.said()).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({"PT1S", "PT0.02S"})
    void passesOnHowLongToWait(Duration retryAfter) {
        var said = new ApiAnswer(400, "Throttling.User", "R-1", "message");

        assertThat(AnswerTable.answer(said, retryAfter)).isEqualTo(new Throttled(said, retryAfter));
    }
}
