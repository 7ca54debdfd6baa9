package duijie.vocabulary;

import java.util.List;

/**
 * What a text typed into a search box asks for, in terms that are looked up as they are: the same
 * for every search engine.
 *
 * @param wishes what was asked for, word by word; a record answers when it fulfils every one of
 *     them. None of them asks for everything.
 * @param asTyped the terms of the text letter by letter: not required, but records that have them
 *     come first
 */
public record TextQuery(List<Wish> wishes, Phrase asTyped) {

  /** Asks for everything. */
  public static final TextQuery ALL = new TextQuery(List.of(), new Phrase(List.of(), 0));

  public TextQuery {
    wishes = List.copyOf(wishes);
  }

  /**
   * One word that was asked for.
   *
   * @param anyOf what the word may be called in a record; one is enough
   */
  public record Wish(List<Phrase> anyOf) {

    public Wish {
      anyOf = List.copyOf(anyOf);
      if (anyOf.isEmpty()) {
        throw new IllegalArgumentException("a wish that nothing fulfils");
      }
    }
  }

  /**
   * Terms all of which must occur, wherever in the record.
   *
   * @param points what having them counts in a list's order: a whole number, so that points add up
   *     alike in every order
   */
  public record Phrase(List<String> terms, int points) {

    public Phrase {
      terms = List.copyOf(terms);
    }
  }
}
