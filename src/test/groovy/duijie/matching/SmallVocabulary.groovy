package duijie.matching

import duijie.vocabulary.PublicBody
import duijie.vocabulary.Term
import duijie.vocabulary.Vocabulary

/** A vocabulary of a few service fields: 助餐 and 居家养老 are parts of 养老. */
class SmallVocabulary implements Vocabulary {

  private final List<Term> terms

  SmallVocabulary() {
    this([eldercare: ['养老', null], meals: ['助餐', 'eldercare'], 'home-care': ['居家养老', 'eldercare'],
      'anti-drug': ['禁毒', null], children: ['儿童关爱', null]])
  }

  SmallVocabulary(Map<String, List<String>> fields) {
    terms = fields.collect { id, nameAndParent ->
      new Term(new Term.Id(id), Term.Kind.SERVICE_FIELD, nameAndParent[0], [],
        nameAndParent[1] == null ? null : new Term.Id(nameAndParent[1]))
    }
  }

  @Override
  List<Term> terms(Term.Kind kind) {
    terms.findAll { it.kind() == kind }
  }

  @Override
  Optional<Term> find(Term.Id id) {
    Optional.ofNullable(terms.find { it.id() == id })
  }

  @Override
  Optional<Term> named(Term.Kind kind, String text) {
    Optional.ofNullable(terms(kind).find { it.name() == text })
  }

  @Override
  List<Term> mentioned(Term.Kind kind, String text) {
    terms(kind).findAll { text.contains(it.name()) }
  }

  @Override
  List<Term> suggestions(Term.Kind kind, String text) {
    []
  }

  @Override
  List<Term.Id> ancestors(Term.Id id) {
    def parent = find(id).map { it.parent() }.orElse(null)
    parent == null ? [] : [parent] + ancestors(parent)
  }

  @Override
  Set<Term.Id> withDescendants(Term.Id id) {
    ([id] + terms*.id().findAll { ancestors(it).contains(id) }) as Set
  }

  @Override
  List<PublicBody> publicBodies() {
    []
  }

  @Override
  Set<String> commonWords() {
    []
  }

  @Override
  String version() {
    terms.hashCode() as String
  }
}
