package io.imagesweep.simulator;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** An image as DescribeImages tells it: every documented field, in the documented type. */
final class ImageBody {

    static final String ARCHITECTURE = "x86_64";
    static final String OS_TYPE = "linux";

    private static final List<String> FEATURES = List.of(
            "CpuOnlineUpgrade",
            "CpuOnlineDowngrade",
            "MemoryOnlineUpgrade",
            "MemoryOnlineDowngrade",
            "SecureBootSupport");

    private ImageBody() {}

    static ObjectNode of(ListedImage listed) {
        var image = listed.image();
        var body = Answer.object()
                .put("ImageId", image.imageId())
                .put("ImageName", image.imageName())
                .put("ImageFamily", image.imageFamily() == null ? "" : image.imageFamily())
                .put("ImageVersion", image.imageVersion())
                .put("Description", image.description())
                .put("Size", image.sizeGib())
                .put("Status", image.status())
                .put("Progress", image.isBeingCreated() ? "50%" : "100%")
                .put("Usage", listed.inUse() ? "instance" : "none")
                .put("CreationTime", image.creationTime().toString())
                .put("ImageOwnerAlias", listed.ownerAlias());
        owner(body, listed);
        flags(body, image);
        system(body);
        disks(body, image);
        tags(body, image);
        detection(body);
        features(body);
        return body;
    }

    private static void owner(ObjectNode body, ListedImage listed) {
        try {
            body.put("ImageOwnerId", Long.parseLong(listed.ownerId()));
        } catch (NumberFormatException e) {
            body.put("ImageOwnerId", listed.ownerId());
        }
    }

    private static void flags(ObjectNode body, Image image) {
        body.put("IsSelfShared", image.sharedWith().isEmpty() ? "False" : "True")
                .put("IsPublic", image.openToAll())
                .put("IsCopied", image.copied())
                .put("IsSubscribed", false)
                .put("IsSupportIoOptimized", true)
                .put("IsSupportCloudinit", true)
                .put("LoginAsNonRootSupported", false);
    }

    private static void system(ObjectNode body) {
        body.put("OSName", "Ubuntu  24.04 64位")
                .put("OSNameEn", "Ubuntu  24.04 64 bit")
                .put("OSType", OS_TYPE)
                .put("Platform", "Ubuntu")
                .put("Architecture", ARCHITECTURE)
                .put("BootMode", "BIOS")
                .put("ProductCode", "")
                .put("SupplierName", "")
                .put("ResourceGroupId", "")
                .put("LicenseType", "Auto");
    }

    private static void disks(ObjectNode body, Image image) {
        var mappings = body.putObject("DiskDeviceMappings").putArray("DiskDeviceMapping");
        char letter = 'a';
        for (var snapshotId : image.snapshotIds()) {
            mappings.addObject()
                    .put("Device", "/dev/xvd" + letter)
                    .put("Type", letter == 'a' ? "system" : "data")
                    .put("Size", Integer.toString(image.sizeGib()))
                    .put("SnapshotId", snapshotId)
                    .put("Format", "")
                    .put("Progress", "")
                    .put("RemainTime", 0)
                    .put("ImportOSSBucket", "")
                    .put("ImportOSSObject", "")
                    .put("Encrypted", false);
            letter++;
        }
    }

    private static void tags(ObjectNode body, Image image) {
        var tags = body.putObject("Tags").putArray("Tag");
        image.tags().forEach((key, value) -> tags.addObject().put("TagKey", key).put("TagValue", value));
    }

    private static void detection(ObjectNode body) {
        var options = body.putObject("DetectionOptions").put("Status", "");
        options.putObject("Items").putArray("Item");
    }

    private static void features(ObjectNode body) {
        var features =
                body.putObject("Features").put("NvmeSupport", "supported").put("ImdsSupport", "v1");
        FEATURES.forEach(feature -> features.put(feature, "unsupported"));
    }
}
