package duijie.matching

import duijie.vocabulary.TextAnalysis

/** Overlapping pairs of characters and nothing else. */
class PairsOfCharacters implements TextAnalysis {

  @Override
  List<String> terms(String text) {
    def symbols = text.codePoints().toArray().findAll { Character.isLetterOrDigit(it) }
    (0..<Math.max(0, symbols.size() - 1)).collect { Character.toString(symbols[it]) + Character.toString(symbols[it + 1]) }
  }

  @Override
  List<String> queryTerms(String query) {
    terms(query)
  }

  @Override
  double weight(String term) {
    1
  }
}
