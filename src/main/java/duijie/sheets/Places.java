package duijie.sheets;

import duijie.regions.Region;
import duijie.regions.Regions;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One region, by its code or by its path of names. A code that is not in force is kept, doubted.
 */
record Places(Regions regions) implements Understanding<Region.Code> {

  private static final String HOW = "请填区划代码，或从省写起的名称，例如 四川省/广元市/旺苍县。";

  @Override
  public Reading<Region.Code> of(Content content) {
    var typed = Typed.halfWidth(content.shown());
    if (Typed.isPlaceholder(Typed.compact(typed))) {
      return Reading.blank();
    }
    return switch (regions.read(typed)) {
      case Regions.Reading.Found found -> Reading.value(found.region().code());
      case Regions.Reading.Retired retired ->
          Reading.doubted(
              retired.code(), ProblemCode.RETIRED_REGION, retired(typed, retired.knownAncestors()));
      case Regions.Reading.Ambiguous ambiguous ->
          Reading.unreadable(
              ProblemCode.AMBIGUOUS_REGION,
              Typed.quote(typed) + "不止一处：" + paths(ambiguous.candidates()) + "。请写明是哪一处。");
      case Regions.Reading.Unknown unknown ->
          Reading.unreadable(
              ProblemCode.UNKNOWN_REGION,
              "不认识"
                  + Typed.quote(typed)
                  + (unknown.candidates().isEmpty()
                      ? "。"
                      : "。可能是：" + paths(unknown.candidates()) + "。")
                  + HOW);
    };
  }

  private String retired(String typed, List<Region> ancestors) {
    var within = ancestors.isEmpty() ? "" : "，属于" + regions.pathName(ancestors.getFirst().code());
    return "区划代码" + Typed.quote(typed) + "已停用或尚未收录" + within + "。请换成现行代码。";
  }

  private String paths(List<Region> candidates) {
    return candidates.stream()
        .map(region -> regions.pathName(region.code()) + "（" + region.code() + "）")
        .collect(Collectors.joining("、"));
  }
}
