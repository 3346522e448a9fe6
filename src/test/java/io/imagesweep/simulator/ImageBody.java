package io.imagesweep.simulator;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.JacksonSerializable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.POJONode;

/** An image as DescribeImages tells it: every documented field, in the documented type, written without a tree of it. */
final class ImageBody implements JacksonSerializable {

    static final String ARCHITECTURE = "x86_64";
    static final String OS_TYPE = "linux";

    private static final SerializableString SAME_FOR_ALL = constant(Answer.object()
            .put("IsSubscribed", false)
            .put("IsSupportIoOptimized", true)
            .put("IsSupportCloudinit", true)
            .put("LoginAsNonRootSupported", false)
            .put("OSName", "Ubuntu  24.04 64位")
            .put("OSNameEn", "Ubuntu  24.04 64 bit")
            .put("OSType", OS_TYPE)
            .put("Platform", "Ubuntu")
            .put("Architecture", ARCHITECTURE)
            .put("ProductCode", "")
            .put("SupplierName", "")
            .put("ResourceGroupId", "")
            .set("DetectionOptions", Answer.object().put("Status", "").set("Items", itemless())));
    private static final SerializableString MAPPING = constant(Answer.object()
            .put("Format", "")
            .put("Progress", "")
            .put("RemainTime", 0)
            .put("ImportOSSBucket", "")
            .put("ImportOSSObject", "")
            .put("Encrypted", false));
    private static final SerializableString FEATURES = constant(Answer.object()
            .put("CpuOnlineUpgrade", "unsupported")
            .put("CpuOnlineDowngrade", "unsupported")
            .put("MemoryOnlineUpgrade", "unsupported")
            .put("MemoryOnlineDowngrade", "unsupported")
            .put("SecureBootSupport", "unsupported"));

    private final ListedImage listed;
    private final Image image;

    private ImageBody(ListedImage listed) {
        this.listed = listed;
        image = listed.image();
    }

    static POJONode of(ListedImage listed) {
        return new POJONode(new ImageBody(listed));
    }

    @Override
    public void serialize(JsonGenerator out, SerializationContext context) {
        out.writeStartObject();
        identity(out);
        out.writeStringProperty("Status", image.status());
        out.writeStringProperty("Progress", image.isBeingCreated() ? "50%" : "100%");
        out.writeStringProperty("Usage", listed.inUse() ? "instance" : "none");
        out.writeStringProperty("CreationTime", image.creationTime().toString());
        owner(out);
        out.writeStringProperty("IsSelfShared", image.sharedWith().isEmpty() ? "False" : "True");
        out.writeBooleanProperty("IsPublic", image.openToAll());
        out.writeBooleanProperty("IsCopied", image.copied());
        out.writeStringProperty("BootMode", orElse(image.bootMode(), "BIOS"));
        out.writeStringProperty("LicenseType", orElse(image.licenseType(), "Auto"));
        out.writeRaw(SAME_FOR_ALL);
        disks(out);
        tags(out);
        features(out);
        out.writeEndObject();
    }

    @Override
    public void serializeWithType(JsonGenerator out, SerializationContext context, TypeSerializer type) {
        serialize(out, context);
    }

    private void identity(JsonGenerator out) {
        out.writeStringProperty("ImageId", image.imageId());
        out.writeStringProperty("ImageName", image.imageName());
        out.writeStringProperty("ImageFamily", orElse(image.imageFamily(), ""));
        out.writeStringProperty("ImageVersion", image.imageVersion());
        out.writeStringProperty("Description", image.description());
        out.writeNumberProperty("Size", image.sizeGib());
    }

    private void owner(JsonGenerator out) {
        out.writeStringProperty("ImageOwnerAlias", listed.ownerAlias());
        if (isNumber(listed.ownerId())) {
            out.writeNumberProperty("ImageOwnerId", Long.parseLong(listed.ownerId()));
        } else {
            out.writeStringProperty("ImageOwnerId", listed.ownerId());
        }
    }

    private void disks(JsonGenerator out) {
        open(out, "DiskDeviceMappings", "DiskDeviceMapping");
        char letter = 'a';
        for (var snapshotId : image.snapshotIds()) {
            out.writeStartObject();
            out.writeStringProperty("Device", "/dev/xvd" + letter);
            out.writeStringProperty("Type", letter == 'a' ? "system" : "data");
            out.writeStringProperty("Size", Integer.toString(image.sizeGib()));
            out.writeStringProperty("SnapshotId", snapshotId);
            out.writeRaw(MAPPING);
            out.writeEndObject();
            letter++;
        }
        close(out);
    }

    private void tags(JsonGenerator out) {
        open(out, "Tags", "Tag");
        image.tags().forEach((key, value) -> {
            out.writeStartObject();
            out.writeStringProperty("TagKey", key);
            out.writeStringProperty("TagValue", value);
            out.writeEndObject();
        });
        close(out);
    }

    private void features(JsonGenerator out) {
        var features = image.features() == null ? Map.<String, String>of() : image.features();
        out.writeObjectPropertyStart("Features");
        out.writeStringProperty("NvmeSupport", features.getOrDefault("NvmeSupport", "supported"));
        out.writeStringProperty("ImdsSupport", features.getOrDefault("ImdsSupport", "v1"));
        out.writeRaw(FEATURES);
        out.writeEndObject();
    }

    private static void open(JsonGenerator out, String list, String item) {
        out.writeObjectPropertyStart(list);
        out.writeArrayPropertyStart(item);
    }

    private static void close(JsonGenerator out) {
        out.writeEndArray();
        out.writeEndObject();
    }

    private static String orElse(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }

    private static boolean isNumber(String text) {
        return text.length() <= 18 && text.chars().allMatch(c -> '0' <= c && c <= '9');
    }

    private static ObjectNode itemless() {
        var items = Answer.object();
        items.putArray("Item");
        return items;
    }

    /** The properties of an object, to be written after others. */
    private static SerializableString constant(JsonNode object) {
        var text = object.toString();
        return new SerializedString("," + text.substring(1, text.length() - 1));
    }
}
