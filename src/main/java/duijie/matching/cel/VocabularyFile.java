package duijie.matching.cel;

import duijie.shared.FileError;
import duijie.shared.yaml.FileErrors;
import duijie.vocabulary.Vocabulary;
import duijie.vocabulary.VocabularyLoading;
import duijie.vocabulary.yaml.YamlVocabularies;
import org.jspecify.annotations.Nullable;

/** The vocabulary of a book's folder. */
final class VocabularyFile {

  private VocabularyFile() {}

  /** The vocabulary; null, with all that is wrong with it, where it is broken. */
  static @Nullable Vocabulary read(byte[] content, FileErrors errors) {
    return switch (YamlVocabularies.load(FolderRuleBooks.VOCABULARY, content)) {
      case VocabularyLoading.Valid valid -> valid.vocabulary();
      case VocabularyLoading.Broken broken -> {
        for (var e : broken.errors()) {
          errors.add(
              new FileError(e.file(), e.line(), e.column(), e.code(), e.sentence(), e.english()));
        }
        yield null;
      }
    };
  }
}
