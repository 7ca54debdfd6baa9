package duijie.vocabulary.yaml;

import duijie.vocabulary.Term;
import duijie.vocabulary.TermVocabulary;
import duijie.vocabulary.yaml.VocabularyFile.Body;
import duijie.vocabulary.yaml.VocabularyFile.Entry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Whether the terms of a file fit together. */
final class Consistency {

  private final Errors errors;
  private final Map<Term.Id, Entry> byId = new HashMap<>();

  Consistency(Errors errors) {
    this.errors = errors;
  }

  void check(List<Entry> entries, List<Body> bodies, Set<String> commonWords) {
    entries.forEach(this::checkId);
    entries.forEach(this::checkParent);
    var common = commonWords.stream().map(TermVocabulary::key).collect(Collectors.toSet());
    for (var kind : Term.Kind.values()) {
      checkWords(
          entries.stream()
              .filter(entry -> entry.term().kind() == kind)
              .flatMap(entry -> entry.words().stream())
              .toList(),
          common);
    }
    // What is common in notices, such as 民政局, may well be what somebody looks for.
    checkWords(bodies.stream().flatMap(body -> body.words().stream()).toList(), Set.of());
  }

  private void checkId(Entry entry) {
    var first = byId.putIfAbsent(entry.term().id(), entry);
    if (first != null) {
      int line = line(first.idNode());
      errors.add(
          entry.idNode().getStartMark(),
          "duplicate-id",
          "id“" + entry.term().id() + "”与第 " + line + " 行重复，全表不得重复。",
          "The id " + entry.term().id() + " stands in line " + line + " already.");
    }
  }

  private void checkParent(Entry entry) {
    var node = entry.parentNode();
    var parentId = entry.term().parent();
    if (node == null || parentId == null) {
      return;
    }
    var parent = byId.get(parentId);
    if (parent == null) {
      errors.add(
          node.getStartMark(),
          "unknown-parent",
          "没有 id 为“" + parentId + "”的词条。",
          "There is no term " + parentId + ".");
    } else if (parent.term().kind() != entry.term().kind()) {
      errors.add(
          node.getStartMark(),
          "foreign-parent",
          "上级“" + parentId + "”属于" + parent.term().kind().label() + "，上级须在同一类里。",
          "The parent " + parentId + " is of another kind.");
    } else if (isItsOwnAncestor(entry.term())) {
      errors.add(
          node.getStartMark(),
          "parent-cycle",
          "“" + entry.term().id() + "”成了自己的上级，请检查 parent。",
          "The term " + entry.term().id() + " is its own ancestor.");
    }
  }

  private boolean isItsOwnAncestor(Term term) {
    var seen = new HashSet<Term.Id>();
    for (var id = term.parent(); id != null && seen.add(id); ) {
      if (id.equals(term.id())) {
        return true;
      }
      var above = byId.get(id);
      id = above == null ? null : above.term().parent();
    }
    return false;
  }

  private void checkWords(List<ScalarNode> words, Set<String> common) {
    var seen = new HashMap<String, ScalarNode>();
    for (var word : words) {
      var key = TermVocabulary.key(word.getValue());
      var first = seen.putIfAbsent(key, word);
      if (first != null) {
        int line = line(first);
        errors.add(
            word.getStartMark(),
            "duplicate-word",
            "“" + word.getValue() + "”与第 " + line + " 行重复，同一类里一个词只能属于一个词条。",
            "The word " + word.getValue() + " stands in line " + line + " already.");
      } else if (common.contains(key)) {
        errors.add(
            word.getStartMark(),
            "common-word",
            "“" + word.getValue() + "”同时列在 common-words 里，只能留一处。",
            "The word " + word.getValue() + " is among the common words too.");
      }
    }
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
