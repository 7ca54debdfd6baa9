package duijie.sheets;

import duijie.regions.Region;
import duijie.regions.Region.Level;
import duijie.regions.Regions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The regions that an agency serves: a list of regions, or of words for the whole nation or for the
 * province, city or county that it is registered in.
 */
final class ServiceAreas {

  private static final Set<String> NATION = Set.of("全国", "全国范围", "全国各地", "中国");

  private static final Map<String, Level> OWN =
      Map.ofEntries(
          Map.entry("全省", Level.PROVINCE),
          Map.entry("本省", Level.PROVINCE),
          Map.entry("省内", Level.PROVINCE),
          Map.entry("全市", Level.CITY),
          Map.entry("本市", Level.CITY),
          Map.entry("市内", Level.CITY),
          Map.entry("全县", Level.COUNTY),
          Map.entry("本县", Level.COUNTY),
          Map.entry("县内", Level.COUNTY),
          Map.entry("县域", Level.COUNTY),
          Map.entry("全区", Level.COUNTY),
          Map.entry("本区", Level.COUNTY),
          Map.entry("区内", Level.COUNTY),
          Map.entry("辖区", Level.COUNTY));

  private final Regions regions;
  private final Understanding<Region.Code> places;

  ServiceAreas(Regions regions, Understanding<Region.Code> places) {
    this.regions = regions;
    this.places = places;
  }

  /** Understands the list for an agency registered there, or of unknown registration. */
  Understanding<Set<Region.Code>> of(Region.@Nullable Code registered) {
    return content -> read(content, registered);
  }

  private Reading<Set<Region.Code>> read(Content content, Region.@Nullable Code registered) {
    var items = Lists.split(content.shown());
    var codes = new LinkedHashSet<Region.Code>();
    var remarks = new ArrayList<Remark>();
    for (var item : items.subList(0, Math.min(items.size(), Lists.MOST))) {
      read(Typed.compact(item), registered, codes, remarks);
    }
    if (items.size() > Lists.MOST) {
      remarks.add(
          new Remark(
              ProblemCode.TOO_MANY_ITEMS, "列了超过 " + Lists.MOST + " 处，只读了前 " + Lists.MOST + " 处。"));
    }
    if (!codes.isEmpty()) {
      return new Reading.Value<>(codes, remarks);
    }
    return remarks.isEmpty() ? Reading.blank() : new Reading.Unreadable<>(remarks);
  }

  private void read(
      String item, Region.@Nullable Code registered, Set<Region.Code> codes, List<Remark> remarks) {
    if (Typed.isNotDemanded(item)) {
      return;
    }
    if (NATION.contains(item)) {
      regions.provinces().forEach(province -> codes.add(province.code()));
      return;
    }
    var level = OWN.get(item);
    if (level != null) {
      var own = registered == null ? null : within(registered, level);
      if (own == null) {
        remarks.add(
            new Remark(
                ProblemCode.UNKNOWN_REGION, Typed.quote(item) + "不知指哪里，因为登记地不明。请写出地名或区划代码。"));
      } else {
        codes.add(own);
        remarks.add(
            new Remark(
                ProblemCode.REGION_UNDERSTOOD,
                "填的是" + Typed.quote(item) + "，按登记地理解为" + regions.pathName(own) + "。"));
      }
      return;
    }
    switch (places.of(new Content.Text(item))) {
      case Reading.Value<Region.Code> place -> {
        codes.add(place.value());
        remarks.addAll(place.doubts());
      }
      case Reading.Blank<Region.Code> blank -> {}
      case Reading.Unreadable<Region.Code> not -> remarks.addAll(not.reasons());
    }
  }

  private static Region.@Nullable Code within(Region.Code registered, Level level) {
    return registered.level().digits() < level.digits()
        ? null
        : new Region.Code(registered.value().substring(0, level.digits()));
  }
}
