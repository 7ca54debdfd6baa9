package duijie.matching.cel;

import duijie.matching.Rule;
import duijie.matching.Sentence;
import duijie.matching.Verdict;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a rule has to say, ready to be written for any pair. */
final class CompiledRule<R extends Rule> {

  private final R rule;
  private final Map<Verdict, Template> sentences;
  private final Map<Verdict, Template> remedies;
  private final @Nullable Expressions when;
  private final @Nullable Template caution;

  private CompiledRule(R rule, RuleText text, Compilation compilation) {
    this.rule = rule;
    this.sentences = compiled(text.sentences(), compilation);
    this.remedies = compiled(text.remedies(), compilation);
    var warning = text.caution();
    this.when = warning == null ? null : new Expressions(compilation, List.of(warning.when()));
    this.caution = warning == null ? null : new Template(warning.sentence(), compilation);
  }

  static <R extends Rule> List<CompiledRule<R>> all(
      Class<R> kind, List<RuleText> texts, Compilation compilation) {
    return texts.stream()
        .map(text -> new CompiledRule<>(kind.cast(text.rule()), text, compilation))
        .toList();
  }

  R rule() {
    return rule;
  }

  /** The sentence for a verdict; where the rule could not be computed, why. */
  Sentence sentence(Verdict verdict, Object result, Pair pair) {
    return Sentence.of(() -> written(verdict, result, pair));
  }

  private String written(Verdict verdict, Object result, Pair pair) {
    if (result instanceof Expressions.Failure failure) {
      return "“" + rule.name() + "”无法判断：" + failure.reason() + "，请核实。";
    }
    var template = sentences.get(verdict);
    return template == null ? rule.name() : template.write(pair);
  }

  /** What would turn the verdict, or null. */
  @Nullable Sentence remedy(Verdict verdict, Pair pair) {
    var template = verdict == Verdict.PASS ? null : remedies.get(verdict);
    return template == null ? null : Sentence.of(() -> template.write(pair));
  }

  /** What to mind although the rule passes, or null. */
  @Nullable String caution(Verdict verdict, Pair pair) {
    if (verdict != Verdict.PASS || when == null || caution == null) {
      return null;
    }
    return when.evaluate(pair).getFirst() == Boolean.TRUE ? caution.write(pair) : null;
  }

  private static Map<Verdict, Template> compiled(
      Map<Verdict, TemplateText> texts, Compilation compilation) {
    var shared = new IdentityHashMap<TemplateText, Template>();
    var templates = new EnumMap<Verdict, Template>(Verdict.class);
    texts.forEach(
        (verdict, text) ->
            templates.put(
                verdict, shared.computeIfAbsent(text, t -> new Template(t, compilation))));
    return templates;
  }
}
