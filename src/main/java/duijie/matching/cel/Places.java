package duijie.matching.cel;

import duijie.regions.Region;
import java.util.List;

/**
 * What the functions do with region codes: one division lies in another whose code it begins with.
 */
final class Places {

  private Places() {}

  static boolean within(String inner, String outer) {
    return inner.startsWith(outer);
  }

  static boolean covers(List<String> codes, String region) {
    Effort.spend(codes.size());
    for (int i = 0; i < codes.size(); i++) {
      if (within(region, codes.get(i))) {
        return true;
      }
    }
    return false;
  }

  static boolean reaches(List<String> codes, String region) {
    Effort.spend(codes.size());
    for (int i = 0; i < codes.size(); i++) {
      if (within(codes.get(i), region)) {
        return true;
      }
    }
    return false;
  }

  /** To which level the nearest of the codes is the same as the region. */
  static long sharedLevels(List<String> codes, String region) {
    Effort.spend(codes.size());
    int best = 0;
    for (int i = 0; i < codes.size(); i++) {
      best = Math.max(best, sharedLevels(codes.get(i), region));
    }
    return best;
  }

  /**
   * The code that is the same as the region to the lowest level; of several the first in order.
   *
   * @throws IllegalArgumentException where there are none
   */
  static String nearest(List<String> codes, String region) {
    Effort.spend(codes.size());
    return codes.stream()
        .sorted()
        .reduce((a, b) -> sharedLevels(b, region) > sharedLevels(a, region) ? b : a)
        .orElseThrow(() -> new IllegalArgumentException("no region"));
  }

  private static int sharedLevels(String a, String b) {
    int shared = 0;
    int digits = Math.min(a.length(), b.length());
    for (var level : Region.Level.values()) {
      if (level.digits() > digits || !a.regionMatches(0, b, 0, level.digits())) {
        break;
      }
      shared++;
    }
    return shared;
  }
}
