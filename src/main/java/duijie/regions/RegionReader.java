package duijie.regions;

import duijie.regions.Regions.Reading;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Understands what people type for a division. */
final class RegionReader {

  private static final int MOST_AMBIGUOUS = 10;
  private static final int MOST_NEAREST = 5;
  private static final int MOST_UNDERSTOOD = 3;

  /** No path of names is longer, whatever stands between them. */
  private static final int LONGEST = 80;

  /** A code and a name side by side, in either order, as dropdown lists have them. */
  private static final Pattern CODE_BESIDE_NAME =
      Pattern.compile("[(\\[]?(?<![0-9])([0-9]{6}|[0-9]{9}|[0-9]{12})(?![0-9])[)\\]]?");

  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");

  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  /** A whole number as spreadsheets sometimes give it. */
  private static final Pattern NO_FRACTION = Pattern.compile("(?<=[0-9])\\.0+$");

  /** What may follow a division without narrowing it. */
  private static final Pattern WHOLE =
      Pattern.compile("(全[省市区县旗州盟域境镇乡]|(行政)?区域内|境内|范围内?|域内|辖区内?|内)$");

  private static final Pattern COUNTRY = Pattern.compile("^(中华人民共和国|中国)");

  private final RegionTree tree;
  private final RegionIndex index;
  private final NearestNames nearest;

  RegionReader(RegionTree tree) {
    this.tree = tree;
    index = new RegionIndex(tree);
    nearest = new NearestNames(tree);
  }

  Reading read(String typed) {
    var cut = typed.length() > 4 * LONGEST ? typed.substring(0, 4 * LONGEST) : typed;
    var text = RegionNames.streets(Normalizer.normalize(cut, Normalizer.Form.NFKC));
    var digits = NO_FRACTION.matcher(SPACES.matcher(text).replaceAll("")).replaceFirst("");
    if (DIGITS.matcher(digits).matches()) {
      return code(digits);
    }
    var code = CODE_BESIDE_NAME.matcher(text);
    if (code.find()) {
      var names = new StringBuilder(text).replace(code.start(), code.end(), "/").toString();
      return agreed(code(code.group(1)), names(names));
    }
    return names(text);
  }

  /** A code and a name together: the code, if the name may mean it or something around it. */
  private Reading agreed(Reading code, Reading names) {
    if (code instanceof Reading.Found(Region byCode)) {
      return switch (names) {
        case Reading.Found(Region byName) ->
            byName.code().covers(byCode.code())
                ? code
                : new Reading.Ambiguous(List.of(byCode, byName));
        case Reading.Ambiguous(List<Region> candidates) when !candidates.contains(byCode) ->
            new Reading.Ambiguous(
                Stream.concat(Stream.of(byCode), candidates.stream())
                    .limit(MOST_AMBIGUOUS)
                    .toList());
        default -> code;
      };
    }
    return names instanceof Reading.Unknown ? code : names;
  }

  private Reading code(String typed) {
    // Twelve digits are a village's code: it lies in the town of the first nine.
    var code = typed.length() == 12 ? typed.substring(0, 9) : typed;
    for (var level : List.of(Region.Level.TOWN, Region.Level.COUNTY, Region.Level.CITY)) {
      var above = Region.Level.values()[level.ordinal() - 1];
      var rest = code.length() == level.digits() ? code.substring(above.digits()) : "";
      if (!rest.isEmpty() && rest.chars().allMatch(digit -> digit == '0')) {
        code = code.substring(0, above.digits());
      }
    }
    int node = tree.node(code);
    if (node != RegionTree.NONE) {
      return new Reading.Found(tree.region(node));
    }
    int length = code.length();
    var ancestors = new ArrayList<Region>();
    for (int digits : List.of(6, 4, 2)) {
      int above = digits < length ? tree.node(code.substring(0, digits)) : RegionTree.NONE;
      if (above != RegionTree.NONE && !tree.placeholder(above)) {
        ancestors.add(tree.region(above));
      }
    }
    return Stream.of(Region.Level.values()).anyMatch(level -> level.digits() == length)
        ? new Reading.Retired(new Region.Code(code), List.copyOf(ancestors))
        : new Reading.Unknown(List.copyOf(ancestors));
  }

  private Reading names(String text) {
    var first = path(text);
    if (first.complete()) {
      return reading(first);
    }
    var shorter = COUNTRY.matcher(WHOLE.matcher(text.strip()).replaceFirst("")).replaceFirst("");
    var second = shorter.equals(text) ? first : path(shorter);
    return reading(second.complete() ? second : first);
  }

  /** What stands between names separates them; where that leads nowhere it is ignored. */
  private NamePath path(String text) {
    var names = new StringBuilder();
    var borders = new BitSet();
    for (int i = 0; i < text.length() && names.length() < LONGEST; i++) {
      if (RegionNames.separates(text.charAt(i))) {
        borders.set(names.length());
      } else {
        names.append(text.charAt(i));
      }
    }
    var separated = NamePath.of(tree, index, names.toString(), borders);
    if (separated.complete() || borders.isEmpty()) {
      return separated;
    }
    var joined = NamePath.of(tree, index, names.toString(), new BitSet());
    return joined.understood() > separated.understood() ? joined : separated;
  }

  private Reading reading(NamePath path) {
    var best = path.best();
    if (!path.complete()) {
      return unknown(path, best);
    }
    return best.size() == 1
        ? new Reading.Found(tree.region(best.getFirst()))
        : new Reading.Ambiguous(regions(best.stream().limit(MOST_AMBIGUOUS)));
  }

  private Reading unknown(NamePath path, List<Integer> best) {
    var understood = best.stream().filter(node -> !tree.placeholder(node)).toList();
    int within = understood.size() == 1 ? understood.getFirst() : RegionTree.NONE;
    var near = nearest.nearest(path.rest(), within, MOST_NEAREST);
    return new Reading.Unknown(
        regions(
            Stream.concat(understood.stream().limit(MOST_UNDERSTOOD), near.stream())
                .distinct()
                .limit(MOST_NEAREST)));
  }

  private List<Region> regions(Stream<Integer> nodes) {
    return nodes.map(tree::region).toList();
  }
}
