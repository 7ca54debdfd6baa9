package duijie.matching.cel;

import duijie.matching.RuleBooks;
import duijie.regions.Regions;

/** Makes rule books whose expressions are CEL. */
public final class CelRuleBooks {

  private CelRuleBooks() {}

  /** A loader of rule books that knows these regions. */
  public static RuleBooks ruleBooks(Regions regions) {
    return new FolderRuleBooks(regions);
  }
}
