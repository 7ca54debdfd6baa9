package duijie.regions;

import java.text.Normalizer;
import java.util.List;

/** What people call a division: its full name, the full name less its people's name, its stem. */
final class RegionNames {

  /** How near a name is to the official one; the nearer wins. */
  enum Kind {
    /** The name in the table: 恩施土家族苗族自治州. */
    FULL,
    /** What people say for it, its level still named: 恩施州. */
    USUAL,
    /** Without the word for its level: 恩施. */
    STEM
  }

  /** Receives names. */
  interface Sink {
    void accept(String name, Kind kind);
  }

  /** The peoples that names of autonomous divisions end in, without 族. */
  private static final List<String> PEOPLES =
      List.of(
          "蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土"
              .concat(" 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京")
              .concat(" 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺 各")
              .split(" "));

  /** Words for a level that a stem leaves out, the longer before those they end in. */
  private static final List<String> COUNTY_SUFFIXES =
      List.of("自治县", "自治旗", "新区", "林区", "特区", "县", "市", "区", "旗");

  private static final List<String> CITY_SUFFIXES = List.of("自治州", "地区", "盟", "市");

  /** Long words for a development zone, each with what people say. */
  private static final List<List<String>> ZONES =
      List.of(
          List.of("高新技术产业开发区", "高新区"),
          List.of("高新技术产业园区", "高新区"),
          List.of("高新技术开发区", "高新区"),
          List.of("经济技术开发区", "经开区"),
          List.of("经济开发区", "经开区"));

  private RegionNames() {}

  /** Gives every name of this node, its path not included. */
  static void of(RegionTree tree, int node, Sink sink) {
    var name = plain(tree.region(node).name());
    sink.accept(name, Kind.FULL);
    if (tree.placeholder(node)) {
      return;
    }
    switch (tree.region(node).level()) {
      case PROVINCE -> province(name, sink);
      case CITY -> city(name, sink);
      case COUNTY -> {
        county(name, sink);
        zone(tree, node, name, sink);
      }
      case TOWN -> town(name, sink);
    }
  }

  /**
   * The name in half width, without anything that people use between names, and a street office
   * 街道办事处 as its street.
   */
  static String plain(String name) {
    var street = streets(name);
    for (int i = 0; i < street.length(); i++) {
      char c = street.charAt(i);
      // Nothing to change among these: ideographs.
      if (c < '\u3400' || c >= '\uF900') {
        return withoutSeparators(Normalizer.normalize(street, Normalizer.Form.NFKC));
      }
    }
    return street;
  }

  /** The text with every street office 街道办事处 as its street. */
  static String streets(String text) {
    int office = text.indexOf("街道办");
    return office < 0 ? text : text.replace("街道办事处", "街道").replace("街道办", "街道");
  }

  private static String withoutSeparators(String text) {
    var kept = new StringBuilder(text.length());
    text.chars().filter(c -> !separates((char) c)).forEach(c -> kept.append((char) c));
    return kept.toString();
  }

  /** Whether people put this character between the names of a path. */
  static boolean separates(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || "/\\-‐‑–—―－>→|·•・.。、_~".indexOf(c) >= 0
        || Character.getType(c) == Character.FORMAT
        || Character.isISOControl(c);
  }

  /** The name without the word for its level, or the name itself where too little would be left. */
  static String stem(Region region) {
    var name = plain(region.name());
    return switch (region.level()) {
      case PROVINCE -> name;
      case CITY -> without(name, suffix(name, CITY_SUFFIXES));
      case COUNTY -> without(name, suffix(name, COUNTY_SUFFIXES));
      case TOWN -> without(name, townSuffix(name));
    };
  }

  private static void province(String name, Sink sink) {
    var suffix = name.endsWith("自治区") ? "自治区" : name.substring(name.length() - 1);
    var stem = withoutPeople(without(name, suffix), true);
    sink.accept(stem, Kind.STEM);
    if (!suffix.equals("省") && !suffix.equals("市")) {
      sink.accept(stem + suffix, Kind.USUAL);
    }
  }

  private static void city(String name, Sink sink) {
    var suffix = suffix(name, CITY_SUFFIXES);
    var stem = without(name, suffix);
    if (suffix.equals("自治州")) {
      stem = withoutPeople(stem, true);
      sink.accept(stem + "州", Kind.USUAL);
      sink.accept(stem + "自治州", Kind.USUAL);
    }
    sink.accept(stem, Kind.STEM);
  }

  private static void county(String name, Sink sink) {
    var suffix = suffix(name, COUNTY_SUFFIXES);
    var stem = without(name, suffix);
    if (suffix.startsWith("自治")) {
      stem = withoutPeople(stem, true);
      sink.accept(stem + suffix.charAt(2), Kind.USUAL);
      sink.accept(stem + suffix, Kind.USUAL);
    } else if (stem.endsWith("族")) {
      stem = withoutPeople(stem, false);
      sink.accept(stem + suffix, Kind.USUAL);
    }
    if (stem.length() >= 2 && !suffix.isEmpty()) {
      sink.accept(stem, Kind.STEM);
    }
  }

  private static void town(String name, Sink sink) {
    var suffix = townSuffix(name);
    var stem = without(name, suffix);
    if (suffix.isEmpty() || stem.length() < 2) {
      return;
    }
    if (suffix.equals("街道") || suffix.equals("街")) {
      sink.accept(stem + (suffix.equals("街") ? "街道" : "街"), Kind.USUAL);
    } else if (stem.endsWith("族")) {
      stem = withoutPeople(stem, false);
      sink.accept(stem + suffix, Kind.USUAL);
      sink.accept(stem + "民族" + suffix, Kind.USUAL);
    }
    if (stem.length() >= 2) {
      sink.accept(stem, Kind.STEM);
    }
  }

  private static String townSuffix(String name) {
    return switch (name.charAt(name.length() - 1)) {
      case '镇' -> "镇";
      case '乡' -> name.endsWith("民族乡") ? "民族乡" : "乡";
      case '街' -> "街";
      case '道' -> name.endsWith("街道") ? "街道" : "";
      case '木' -> name.endsWith("苏木") ? "苏木" : "";
      case '区' -> name.endsWith("地区") ? "地区" : "";
      default -> "";
    };
  }

  /** A zone without the names of its province and city, and in the short form: 合肥高新区. */
  private static void zone(RegionTree tree, int node, String name, Sink sink) {
    if (name.endsWith("县") || name.endsWith("旗") || name.endsWith("市")) {
      return;
    }
    int city = tree.parent(node);
    var cityName = tree.region(city).name();
    var rest = name;
    for (var prefix : List.of(provinceStem(tree.region(tree.parent(city)).name()), cityName)) {
      rest = rest.startsWith(prefix) ? rest.substring(prefix.length()) : rest;
    }
    var cityStem = without(cityName, suffix(cityName, CITY_SUFFIXES));
    rest = rest.startsWith(cityStem) ? rest.substring(cityStem.length()) : rest;
    if (rest.length() < name.length() && rest.length() > 2) {
      sink.accept(rest, Kind.USUAL);
    }
    for (var zone : ZONES) {
      if (rest.endsWith(zone.get(0))) {
        var usual = without(rest, zone.get(0)) + zone.get(1);
        sink.accept(usual, Kind.USUAL);
        sink.accept(cityStem + usual, Kind.USUAL);
        return;
      }
    }
  }

  private static String provinceStem(String name) {
    return name.endsWith("自治区")
        ? withoutPeople(without(name, "自治区"), true)
        : name.substring(0, name.length() - 1);
  }

  /** Takes the names of peoples off the end as long as two characters stay. */
  private static String withoutPeople(String name, boolean bare) {
    var stem = name;
    for (boolean found = true; found; ) {
      found = false;
      for (var people : PEOPLES) {
        var ending = stem.endsWith("族") ? people + "族" : people;
        boolean means = stem.endsWith("族") || (bare && people.length() > 1);
        if (means && stem.endsWith(ending) && stem.length() >= ending.length() + 2) {
          stem = without(stem, ending);
          found = true;
        }
      }
    }
    return stem.endsWith("族") ? without(stem, "族") : stem;
  }

  private static String suffix(String name, List<String> suffixes) {
    for (var suffix : suffixes) {
      if (name.endsWith(suffix)) {
        return suffix;
      }
    }
    return "";
  }

  private static String without(String name, String suffix) {
    return name.substring(0, name.length() - suffix.length());
  }
}
