package duijie.matching;

import org.jspecify.annotations.Nullable;

/**
 * What an eligibility rule found of a pair, ready to be read.
 *
 * @param rule the rule's id
 * @param name the rule's Chinese name
 * @param verdict what it says
 * @param sentence why, in Chinese
 * @param remedy what would turn a failure or an unknown into a pass; null on a pass or where the
 *     rule names none
 * @param source the law and article behind the rule, if there is one
 * @param caution what to mind although the rule passes, or null
 */
public record Finding(
    String rule,
    String name,
    Verdict verdict,
    String sentence,
    @Nullable String remedy,
    @Nullable String source,
    @Nullable String caution) {}
