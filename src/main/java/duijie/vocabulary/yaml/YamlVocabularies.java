package duijie.vocabulary.yaml;

import duijie.vocabulary.Vocabulary;
import duijie.vocabulary.VocabularyError;
import duijie.vocabulary.VocabularyLoading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Loads vocabularies; whatever the file, all its mistakes come back in one pass. */
public final class YamlVocabularies {

  private static final String SHIPPED = "/matching-rules/vocabulary.yml";

  /** A vocabulary is some tens of kilobytes; nobody means a file of this size. */
  private static final long LARGEST = 2_000_000;

  private YamlVocabularies() {}

  /** The vocabulary that ships with the product, read on first use. */
  public static Vocabulary shipped() {
    return Shipped.VOCABULARY;
  }

  /** Loads a file. One that cannot be read is a mistake too. */
  public static VocabularyLoading load(Path file) {
    var name = String.valueOf(file.getFileName());
    try {
      if (!Files.isRegularFile(file)) {
        throw new NoSuchFileException(name);
      }
      return Files.size(file) > LARGEST
          ? broken(name, "too-large", "文件超过 2 MB，不是词表。", "The file is over 2 MB: no vocabulary.")
          : load(name, Files.readAllBytes(file));
    } catch (IOException e) {
      return broken(
          name, "unreadable", "读不到词表文件，请确认文件存在且可读。", "The file is missing or cannot be read.");
    }
  }

  /** Loads the content of a file of this name. */
  public static VocabularyLoading load(String name, byte[] content) {
    return new VocabularyFile(name, content).load();
  }

  private static VocabularyLoading broken(
      String name, String code, String sentence, String english) {
    return new VocabularyLoading.Broken(
        List.of(new VocabularyError(name, 1, 1, code, sentence, english)));
  }

  /** Read once. */
  private static final class Shipped {
    static final Vocabulary VOCABULARY = read();

    private static Vocabulary read() {
      try (var in = YamlVocabularies.class.getResourceAsStream(SHIPPED)) {
        if (in == null) {
          throw new IllegalStateException("not on the class path: " + SHIPPED);
        }
        return switch (load("vocabulary.yml", in.readAllBytes())) {
          case VocabularyLoading.Valid(Vocabulary vocabulary) -> vocabulary;
          case VocabularyLoading.Broken(List<VocabularyError> errors) ->
              throw new IllegalStateException("the shipped vocabulary is broken: " + errors);
        };
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
