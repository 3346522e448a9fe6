package io.imagesweep.simulator;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Shares an image with accounts, takes that back, publishes it or hides it again. */
final class ModifyImageSharePermission implements Action {

    private static final int HONOURED = 10;
    private static final int MOST_ACCOUNTS = 50;

    private static final ParameterTable PARAMETERS = ParameterTable.of(
            Product.ECS,
            Parameter.text("RegionId").mandatory(),
            Parameter.text("ImageId").mandatory(),
            Parameter.list("AddAccount", Integer.MAX_VALUE),
            Parameter.list("RemoveAccount", Integer.MAX_VALUE),
            Parameter.flag("IsPublic"),
            Parameter.text("LaunchPermission"),
            Parameter.flag("DryRun"));

    @Override
    public ParameterTable parameters() {
        return PARAMETERS;
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public List<String> resources(Call call) {
        return List.of(call.ecsResource("image", call.arguments().text("ImageId")));
    }

    @Override
    public Answer answer(Call call) {
        var image = call.ownImage();
        var added = accounts(call, "AddAccount");
        check(call, image, added);
        call.refuseIfDry();
        return Answer.empty(
                call.region().images().change(image.imageId(), call.now(), before -> edited(call, before, added)));
    }

    private static void check(Call call, Image image, List<String> added) {
        for (var account : added) {
            if (!account.matches("\\d+")) {
                throw ErrorCode.ACCOUNT_NOT_FOUND.refusal();
            }
            if (account.equals(call.caller().accountId())) {
                throw ErrorCode.ACCOUNT_FORBIDDEN.refusal();
            }
        }
        if (!added.isEmpty() && !image.status().equals("Available")) {
            throw ErrorCode.IMAGE_STATUS.refusal();
        }
        if (sharedWith(call, image, added).size() > MOST_ACCOUNTS) {
            throw ErrorCode.SHARE_QUOTA.refusal();
        }
    }

    private static Image edited(Call call, Image before, List<String> added) {
        var edit = new ImageEdit(before).sharedWith(sharedWith(call, before, added));
        call.arguments().given("IsPublic").ifPresent(value -> edit.openToAll(Boolean.parseBoolean(value)));
        return edit.image();
    }

    private static List<String> sharedWith(Call call, Image image, List<String> added) {
        var accounts = new LinkedHashSet<>(image.sharedWith());
        accounts.addAll(added);
        accounts.removeAll(accounts(call, "RemoveAccount"));
        return new ArrayList<>(accounts);
    }

    private static List<String> accounts(Call call, String name) {
        return call.arguments().texts(name).stream().limit(HONOURED).toList();
    }
}
