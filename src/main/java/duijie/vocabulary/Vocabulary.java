package duijie.vocabulary;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The standard terms and how they relate. Immutable; one instance serves all threads. */
public interface Vocabulary {

  /** All terms of a kind in the order of the file. */
  List<Term> terms(Term.Kind kind);

  Optional<Term> find(Term.Id id);

  /**
   * The term that this text names exactly, by name or synonym, whatever its width, case and spaces.
   */
  Optional<Term> named(Term.Kind kind, String text);

  /**
   * The terms of a kind whose words occur in the text, longest words first, overlapping ones once;
   * in the order of the text.
   */
  List<Term> mentioned(Term.Kind kind, String text);

  /**
   * The terms whose names are nearest to this text, at most five: what to suggest where nothing is
   * named.
   */
  List<Term> suggestions(Term.Kind kind, String text);

  /** The term's parent, its parent's parent and so on, nearest first. */
  List<Term.Id> ancestors(Term.Id id);

  /** The term and all below it. */
  Set<Term.Id> withDescendants(Term.Id id);

  /** Authorities and public organisations with their short names, in the order of the file. */
  List<PublicBody> publicBodies();

  /** Words so common in every notice that they say nothing, such as 服务 and 项目. */
  Set<String> commonWords();

  /** SHA-256 of the file, in lower-case hexadecimal. */
  String version();
}
