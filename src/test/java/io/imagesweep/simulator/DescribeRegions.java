package io.imagesweep.simulator;

import java.util.List;
import java.util.Map;

/** Lists the regions of the account. */
final class DescribeRegions implements Action {

    private static final String ENGLISH = "en-US";

    private static final ParameterTable PARAMETERS = ParameterTable.of(
            Product.ECS,
            Parameter.text("AcceptLanguage")
                    .oneOf(
                            ErrorCode.INVALID_PARAMETER,
                            "zh-CN",
                            "zh_TW",
                            "zh-TW",
                            ENGLISH,
                            "ja",
                            "pt",
                            "de",
                            "fr",
                            "ru",
                            "es",
                            "it",
                            "ko"),
            Parameter.text("InstanceChargeType")
                    .oneOf(ErrorCode.INVALID_PARAMETER, "PrePaid", "PostPaid", "SpotWithPriceLimit", "SpotAsPriceGo"),
            Parameter.text("ResourceType")
                    .oneOf(
                            ErrorCode.INVALID_PARAMETER,
                            "instance",
                            "disk",
                            "reservedInstance",
                            "reservedinstance",
                            "slb",
                            "scu"));

    private static final Map<String, List<String>> NAMES = Map.of(
            "cn-hangzhou", List.of("华东1（杭州）", "China (Hangzhou)"),
            "cn-beijing", List.of("华北2（北京）", "China (Beijing)"),
            "cn-shanghai", List.of("华东2（上海）", "China (Shanghai)"),
            "cn-shenzhen", List.of("华南1（深圳）", "China (Shenzhen)"),
            "eu-central-1", List.of("德国（法兰克福）", "Germany (Frankfurt)"),
            "ap-southeast-1", List.of("新加坡", "Singapore"),
            "us-west-1", List.of("美国（硅谷）", "US (Silicon Valley)"),
            "us-east-1", List.of("美国（弗吉尼亚）", "US (Virginia)"));

    @Override
    public ParameterTable parameters() {
        return PARAMETERS;
    }

    @Override
    public List<String> resources(Call call) {
        return List.of("acs:ecs:*:%s:*".formatted(call.caller().accountId()));
    }

    @Override
    public Answer answer(Call call) {
        var language = call.arguments().given("AcceptLanguage").orElse("zh-CN");
        var body = Answer.object();
        var regions = body.putObject("Regions").putArray("Region");
        for (var region : call.account().regions()) {
            regions.addObject()
                    .put("RegionId", region.id())
                    .put("RegionEndpoint", "ecs.%s.aliyuncs.com".formatted(region.id()))
                    .put("LocalName", localName(region.id(), language))
                    .put("Status", "available");
        }
        return Answer.of(body);
    }

    private static String localName(String regionId, String language) {
        var names = NAMES.getOrDefault(regionId, List.of(regionId, regionId));
        return language.equals("zh-CN") ? names.getFirst() : names.getLast();
    }
}
