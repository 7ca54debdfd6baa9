package duijie.sheets;

import duijie.vocabulary.PublicBody;
import duijie.vocabulary.Term;
import duijie.vocabulary.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A handful of standard terms. */
public final class FewTerms implements Vocabulary {

  private static final List<Term> TERMS =
      List.of(
          term("social-work-station", Term.Kind.SERVICE_FIELD, "社工站"),
          term("eldercare", Term.Kind.SERVICE_FIELD, "养老"),
          new Term(
              new Term.Id("meal-service"),
              Term.Kind.SERVICE_FIELD,
              "助餐",
              List.of(),
              new Term.Id("eldercare")),
          term("child-protection", Term.Kind.SERVICE_FIELD, "未成年人保护"),
          term("anti-drug", Term.Kind.SERVICE_FIELD, "禁毒"),
          term("elderly", Term.Kind.TARGET_GROUP, "老年人"),
          term("left-behind-children", Term.Kind.TARGET_GROUP, "留守儿童"),
          term("casework", Term.Kind.SERVICE_METHOD, "个案"),
          term("group-work", Term.Kind.SERVICE_METHOD, "小组"));

  private static Term term(String id, Term.Kind kind, String name) {
    return new Term(new Term.Id(id), kind, name, List.of(), null);
  }

  @Override
  public List<Term> terms(Term.Kind kind) {
    return TERMS.stream().filter(term -> term.kind() == kind).toList();
  }

  @Override
  public Optional<Term> find(Term.Id id) {
    return TERMS.stream().filter(term -> term.id().equals(id)).findFirst();
  }

  @Override
  public Optional<Term> named(Term.Kind kind, String text) {
    return terms(kind).stream().filter(term -> term.name().equals(text)).findFirst();
  }

  @Override
  public List<Term> mentioned(Term.Kind kind, String text) {
    return terms(kind).stream().filter(term -> text.contains(term.name())).toList();
  }

  @Override
  public List<Term> suggestions(Term.Kind kind, String text) {
    return terms(kind).stream()
        .filter(term -> term.name().chars().anyMatch(symbol -> text.indexOf(symbol) >= 0))
        .toList();
  }

  @Override
  public List<Term.Id> ancestors(Term.Id id) {
    return find(id).map(Term::parent).stream().toList();
  }

  @Override
  public Set<Term.Id> withDescendants(Term.Id id) {
    return Set.of(id);
  }

  @Override
  public List<PublicBody> publicBodies() {
    return List.of();
  }

  @Override
  public Set<String> commonWords() {
    return Set.of();
  }

  @Override
  public String version() {
    return "few";
  }
}
