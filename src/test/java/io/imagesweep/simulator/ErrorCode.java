package io.imagesweep.simulator;

/** The documented errors, each with its status and its newest wording. */
enum ErrorCode {
    ACCESS_KEY_NOT_FOUND(404, "InvalidAccessKeyId.NotFound", "Specified access key is not found."),
    ACCESS_KEY_INACTIVE(400, "InvalidAccessKeyId.Inactive", "Specified access key is disabled."),
    SIGNATURE_DOES_NOT_MATCH(
            400,
            "SignatureDoesNotMatch",
            "Specified signature is not matched with our calculation. server string to sign is:%s"),
    INCOMPLETE_SIGNATURE(400, "IncompleteSignature", "The request signature does not conform to Aliyun standards."),
    INVALID_SIGNATURE_METHOD(400, "InvalidSignatureMethod", "Specified signature method is not valid."),
    INVALID_SIGNATURE_VERSION(400, "InvalidSignatureVersion", "Specified signature version is not valid."),
    TIMESTAMP_FORMAT(400, "InvalidTimeStamp.Format", "Specified time stamp or date value is not well formatted."),
    TIMESTAMP_EXPIRED(400, "InvalidTimeStamp.Expired", "Specified time stamp or date value is expired."),
    NONCE_USED(400, "SignatureNonceUsed", "Specified signature nonce was used already."),
    MISSING_SECURITY_TOKEN(400, "MissingSecurityToken", "SecurityToken is mandatory for this action."),
    TOKEN_EXPIRED(400, "InvalidSecurityToken.Expired", "Specified SecurityToken is expired."),
    TOKEN_MALFORMED(400, "InvalidSecurityToken.Malformed", "Specified SecurityToken is malformed."),
    TOKEN_MISMATCH(
            400, "InvalidSecurityToken.MismatchWithAccessKey", "Specified SecurityToken mismatch with the AccessKey."),
    UNSUPPORTED_METHOD(400, "UnsupportedHTTPMethod", "This http method is not supported."),
    INVALID_FORMAT(400, "InvalidParameter.Format", "Specified parameter Format is not valid."),
    INVALID_VERSION(400, "InvalidVersion", "Specified parameter Version is not valid."),
    ACTION_NOT_FOUND(404, "InvalidAction.NotFound", "Specified api is not found, please check your url and method."),
    MISSING_PARAMETER(
            400,
            "MissingParameter",
            "The input parameter \"%s\" that is mandatory for processing this request is not supplied."),
    MISSING_NAMED(400, "Missing%1$s", "%1$s is mandatory for this action."),
    INVALID_PARAMETER(400, "InvalidParameter", "The specified parameter \"%s\" is not valid."),
    INVALID_NAMED(400, "InvalidParameter.%1$s", "The specified parameter %1$s is wrongly formed."),
    THROTTLING_USER(400, "Throttling.User", "Request was denied due to user flow control."),
    INTERNAL_ERROR(
            500, "InternalError", "The request processing has failed due to some unknown error, exception or failure."),
    FORBIDDEN_RAM(
            403,
            "Forbidden.RAM",
            "User not authorized to operate on the specified resource, or this API doesn't support RAM."),
    DRY_RUN(400, "DryRunOperation", "Request validation has been passed with DryRun flag set."),

    REGION_NOT_FOUND(404, "InvalidRegionId.NotFound", "The specified RegionId does not exist."),
    IMAGE_NOT_FOUND(404, "InvalidImageId.NotFound", "The specified ImageId does not exist."),
    IMAGE_IN_USE(
            403,
            "ImageUsingByInstance",
            "The specified image has been used to create instances. You can use the DescribeInstances API to query these"
                    + " instances, or you can use the force parameter to proceed."),
    IMAGE_SHARED(
            403,
            "ImageUseShared",
            "The specified image has been shared to others. You can use the DescribeImageSharePermission API to query the"
                    + " users who have been shared."),
    IMAGE_COPYING(
            403, "OperationDenied.ImageCopying", "The image is being copied. Please use the CancelCopyImage API."),
    IMAGE_IMPORTING(403, "ImageIsImporting", "The specified Image is importing."),
    IMAGE_EXPORTING(
            403,
            "ImageIsExporting",
            "The specified image is currently being exported. You can use the DescribeTasks API to check the status of"
                    + " related tasks and cancel them if needed."),
    IMAGE_CREATING(403, "ImageIsCreating", "The specified image is being created."),
    IMAGE_PUBLIC(403, "ImageIsPublic", "You can not delete public image, please modify it to private."),

    OWNER_ALIAS(
            400, "InvalidImageOwnerAlias.ValueNotSupported", "The specified ImageOwnerAlias value is not supported."),
    PUBLIC_NEEDS_OTHERS(
            400,
            "InvalidImageOwnerAlias.PublicImageUnsupported",
            "The specified ImageOwnerAlias does not support public images."),
    OWNER_ID_UNSUPPORTED(
            400,
            "InvalidOperation.ImageOwnerIdUnsupported",
            "The specified ImageOwnerId is supported only for shared and community images."),
    INVALID_PARAMTER(400, "InvalidParamter", "The specified parameter \"%s\" is not valid."),
    TAG_MISMATCH(400, "InvalidTag.Mismatch", "The specified Tag.n.Key and Tag.n.Value are not match."),
    TAG_COUNT(400, "InvalidTagCount", "The specified tags are beyond the permitted range."),
    INSTANCE_TYPE(
            400, "InvalidInstanceType.ValueNotSupported", "The specified InstanceType beyond the permitted range."),
    NETWORK_TYPE(400, "InvalidFilterValue.NetworkType", "The specified filter value of NetworkType is not supported."),
    FILTER_KEY(404, "InvalidFilterKey.NotFound", "The specified filter key is not found."),
    FILTER_VALUE(404, "InvalidFilterValue", "The specified filter value is not valid."),
    USAGE(404, "InvalidUsage", "The specified Usage is not valid."),
    OS_TYPE(404, "InvalidOSType", "The specified OSType is not valid."),
    ARCHITECTURE(404, "InvalidArchitecture", "The specified Architecture is not valid."),

    ACCOUNT_NOT_FOUND(404, "InvalidAccount.NotFound", "The specified parameter Account does not exist."),
    ACCOUNT_FORBIDDEN(404, "InvalidAccount.Forbbiden", "The specified Account does not belong to you."),
    SHARE_QUOTA(403, "QuotaExceed.ShareImage", "Exceed the max number of accounts that an image can be shared to."),
    IMAGE_STATUS(403, "IncorrectImageStatus", "The current status of the image does not support this operation."),
    IMAGE_NAME(400, "InvalidImageName.Malformed", "The specified image name is wrongly formed."),
    DESCRIPTION(400, "InvalidDescription.Malformed", "The specified description is wrongly formed."),
    SNAPSHOT_IN_IMAGE(403, "SnapshotCreatedImage", "The snapshot has been used to create images."),
    TEMPLATE_NOT_FOUND(404, "InvalidLaunchTemplate.NotFound", "The specified launch template does not exist."),
    RESOURCE_TYPE(404, "InvalidResourceType.NotFound", "The ResourceType provided does not exist in our records."),
    RESOURCE_NOT_FOUND(404, "InvalidResourceId.NotFound", "The specified ResourceIds are not found in our records."),
    RESOURCE_COUNT(400, "NumberExceed.ResourceIds", "The ResourceIds parameter exceeds the maximum number of 50."),
    TAG_NUMBER(400, "NumberExceed.Tags", "The Tags parameter exceeds the maximum number of 20."),
    TAG_DUPLICATE(400, "Duplicate.TagKey", "The Tag.N.Key contain duplicate key."),
    TAG_KEY(400, "InvalidTagKey.Malformed", "The specified Tag.n.Key is not valid."),
    TAG_VALUE(400, "InvalidTagValue.Malformed", "The specified Tag.n.Value is not valid."),

    ROLE_NOT_FOUND(404, "EntityNotExist.Role", "The role not exists: %s."),
    NO_PERMISSION(403, "NoPermission", "You are not authorized to do this action. You should be authorized by RAM."),
    OIDC_PROVIDER_FORM(403, "AuthenticationFail.NoPermission", "Parameter OIDCProviderArn is not valid"),
    OIDC_PROVIDER_NOT_FOUND(403, "AuthenticationFail.NoPermission", "No such OIDC Provider registered."),
    OIDC_UNTRUSTED(403, "AuthenticationFail.NoPermission", "There is no permission"),
    OIDC_INVALID(400, "AuthenticationFail.OIDCToken.Invalid", "This JsonWebToken is invalid."),
    OIDC_ISSUER(
            400,
            "AuthenticationFail.OIDCToken.IssuerNotMatch",
            "The issuer in the OIDC Token doesn't match the OIDC Provider registered."),
    OIDC_AUDIENCE(400, "AuthenticationFail.OIDCToken.AudienceNotMatch", "Invalid audience."),
    OIDC_EXPIRED(400, "AuthenticationFail.OIDCToken.Expired", "This JsonWebToken is expired."),
    POLICY_GRAMMAR(400, "InvalidParameter.PolicyGrammar", "The parameter Policy has not passed grammar check.");

    private final int status;
    private final String code;
    private final String message;

    ErrorCode(int status, String code, String message) {
        this.status = status;
        this.code = code;
        this.message = message;
    }

    Refusal refusal() {
        return new Refusal(status, code, message);
    }

    /** {@code subject} is the parameter, or what else the message names. */
    Refusal refusal(String subject) {
        return new Refusal(status, code.formatted(subject), message.formatted(subject));
    }
}
