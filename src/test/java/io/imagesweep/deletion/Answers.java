package io.imagesweep.deletion;

import java.time.Duration;
import java.util.Collections;

/** One answer of each kind, in the API's words. */
final class Answers {

    static final ApiAnswer OK = new ApiAnswer(200, null, "R-1", null);
    static final ApiAnswer NOT_FOUND = said(404, "InvalidImageId.NotFound", "The specified ImageId does not exist.");

    static final Answer ACCEPTED = new Answer.Accepted(OK);
    static final Answer MISSING = new Answer.Missing(NOT_FOUND);
    static final Answer IN_USE = new Answer.InUse(said(403, "ImageUsingByInstance", "Used to create instances."));
    static final Answer REFUSED = new Answer.Refused(said(403, "ImageUseShared", "Shared to others."));
    static final Answer BUSY = new Answer.Busy(said(403, "OperationDenied.ImageCopying", "The image is being copied."));
    static final Answer THROTTLED = new Answer.Throttled(
            said(400, "Throttling.User", "Denied due to user flow control."), Duration.ofMillis(1));
    static final Answer DENIED = new Answer.Denied(said(403, "Forbidden.RAM", "User not authorized."));
    static final Answer UNCLEAR = new Answer.Unclear(said(500, "InternalError", "Some unknown error."), true);
    static final Answer UNSENT = new Answer.Unclear(new ApiAnswer(null, null, null, "Connection refused"), false);
    static final Answer UNKNOWN = new Answer.Unknown(said(418, "Image.Brewing", "Short and stout."));

    private Answers() {}

    static Answer[] times(int times, Answer answer) {
        return Collections.nCopies(times, answer).toArray(Answer[]::new);
    }

    private static ApiAnswer said(int status, String code, String message) {
        return new ApiAnswer(status, code, "R-1", message);
    }
}
