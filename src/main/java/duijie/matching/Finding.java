package duijie.matching;

import org.jspecify.annotations.Nullable;

/**
 * What an eligibility rule found of a pair, ready to be read.
 *
 * @param rule the rule's id
 * @param name the rule's Chinese name
 * @param verdict what it says
 * @param why in Chinese
 * @param mend what would turn a failure or an unknown into a pass; null on a pass or where the rule
 *     names none
 * @param source the law and article behind the rule, if there is one
 * @param caution what to mind although the rule passes, or null
 */
public record Finding(
    String rule,
    String name,
    Verdict verdict,
    Sentence why,
    @Nullable Sentence mend,
    @Nullable String source,
    @Nullable String caution) {

  /** A finding whose sentences are written already. */
  public Finding(
      String rule,
      String name,
      Verdict verdict,
      String why,
      @Nullable String mend,
      @Nullable String source,
      @Nullable String caution) {
    this(
        rule,
        name,
        verdict,
        Sentence.of(why),
        mend == null ? null : Sentence.of(mend),
        source,
        caution);
  }

  /** Why it is so, in Chinese. */
  public String sentence() {
    return why.toString();
  }

  /** What would turn a failure or an unknown into a pass, or null. */
  public @Nullable String remedy() {
    return mend == null ? null : mend.toString();
  }
}
