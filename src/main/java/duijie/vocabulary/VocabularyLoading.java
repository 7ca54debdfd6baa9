package duijie.vocabulary;

import java.util.List;

/** What came of loading a vocabulary. */
public sealed interface VocabularyLoading {

  /** The vocabulary is whole. */
  record Valid(Vocabulary vocabulary) implements VocabularyLoading {}

  /** The vocabulary must not be used; every mistake is named, in the order of the file. */
  record Broken(List<VocabularyError> errors) implements VocabularyLoading {

    public Broken {
      errors = List.copyOf(errors);
    }
  }
}
