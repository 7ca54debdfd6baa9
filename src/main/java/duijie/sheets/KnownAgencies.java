package duijie.sheets;

import static duijie.agencies.Column.CREDIT_CODE;
import static duijie.agencies.Column.NAME;

import duijie.agencies.Agency;
import duijie.agencies.Column;
import duijie.regions.Region;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The agencies of the rows so far, to find the one that a row repeats: by credit code, and where
 * the row has none that can be read, by name and registered region. The same name with another
 * code, or without any known region, is only doubted.
 */
final class KnownAgencies {

  private final Map<String, Integer> rowsByCode = new HashMap<>();
  private final Map<Named, Integer> rowsByName = new HashMap<>();

  private record Named(String name, Region.@Nullable Code region) {}

  /** Whether the agency repeats an earlier row, which is then said of its row; else it is known. */
  boolean repeats(Agency agency, Filled<Column> row) {
    var code = agency.creditCode();
    if (code != null) {
      var earlier = rowsByCode.putIfAbsent(code.value(), row.row());
      if (earlier != null) {
        row.say(
            CREDIT_CODE,
            ProblemCode.DUPLICATE_CREDIT_CODE,
            "与第 " + earlier + " 行相同，本行未导入。请核对代码，或删去重复的行。");
        return true;
      }
    }
    var name = Typed.key(agency.name());
    var region = agency.registeredRegion();
    var samePlace = rowsByName.putIfAbsent(new Named(name, region), row.row());
    if (samePlace != null && region != null && code == null) {
      row.say(
          NAME,
          ProblemCode.DUPLICATE_NAME,
          "和登记地都与第 " + samePlace + " 行相同，又没有可用的统一社会信用代码，本行未导入。请补填代码，或删去重复的行。");
      return true;
    }
    if (samePlace != null) {
      row.say(
          NAME, ProblemCode.POSSIBLE_DUPLICATE, "与第 " + samePlace + " 行同名，两行都已导入。如是同一家机构，请删去一行。");
    }
    return false;
  }
}
