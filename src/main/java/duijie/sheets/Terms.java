package duijie.sheets;

import duijie.vocabulary.Term;
import duijie.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lists of standard terms. What names a term exactly is that term; of anything else the terms whose
 * words occur in it are taken and doubted; what is left is unknown, with the nearest names.
 */
record Terms(Vocabulary vocabulary, Term.Kind kind) implements Understanding<Set<Term.Id>> {

  /** Longer texts are no misspelt name, so there is no use in looking for the nearest. */
  private static final int LONGEST_NAME = 20;

  /** How many standard names are told where none is near. */
  private static final int SOME = 5;

  @Override
  public Reading<Set<Term.Id>> of(Content content) {
    var items = Lists.split(content.shown());
    var terms = new LinkedHashSet<Term.Id>();
    var remarks = new ArrayList<Remark>();
    for (var item : items.subList(0, Math.min(items.size(), Lists.MOST))) {
      read(item, terms, remarks);
    }
    if (items.size() > Lists.MOST) {
      remarks.add(
          new Remark(
              ProblemCode.TOO_MANY_ITEMS, "列了超过 " + Lists.MOST + " 项，只读了前 " + Lists.MOST + " 项。"));
    }
    if (!terms.isEmpty()) {
      return new Reading.Value<>(terms, remarks);
    }
    return remarks.isEmpty() ? Reading.blank() : new Reading.Unreadable<>(remarks);
  }

  private void read(String typed, Set<Term.Id> terms, List<Remark> remarks) {
    var item = Typed.compact(typed);
    if (Typed.isNotDemanded(item)) {
      return;
    }
    var named = vocabulary.named(kind, item);
    if (named.isPresent()) {
      terms.add(named.get().id());
      return;
    }
    var mentioned = vocabulary.mentioned(kind, item);
    if (mentioned.isEmpty()) {
      remarks.add(new Remark(unknown(), "不认识" + Typed.quote(typed) + "。" + nearest(item)));
      return;
    }
    mentioned.forEach(term -> terms.add(term.id()));
    remarks.add(
        new Remark(
            ProblemCode.TERM_UNDERSTOOD,
            "填的是" + Typed.quote(typed) + "，按" + names(mentioned) + "理解。如不对，请改成标准名称。"));
  }

  private ProblemCode unknown() {
    return switch (kind) {
      case SERVICE_FIELD -> ProblemCode.UNKNOWN_FIELD;
      case TARGET_GROUP -> ProblemCode.UNKNOWN_TARGET_GROUP;
      case SERVICE_METHOD -> ProblemCode.UNKNOWN_METHOD;
    };
  }

  private String nearest(String item) {
    var near = item.length() > LONGEST_NAME ? List.<Term>of() : vocabulary.suggestions(kind, item);
    if (!near.isEmpty()) {
      return "最接近的标准名称：" + names(near) + "。";
    }
    var some = vocabulary.terms(kind).stream().filter(t -> t.parent() == null).limit(SOME).toList();
    return "请改成%s的标准名称，如%s等；全部名称见导入模板“%s”一列的下拉列表。"
        .formatted(kind.label(), names(some), kind.label());
  }

  private static String names(List<Term> terms) {
    return terms.stream().map(Term::name).distinct().collect(Collectors.joining("、", "“", "”"));
  }
}
