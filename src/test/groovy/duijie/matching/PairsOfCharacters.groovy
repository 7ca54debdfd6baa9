package duijie.matching

import duijie.vocabulary.TextAnalysis
import duijie.vocabulary.TextQuery
import duijie.vocabulary.TextQuery.Phrase
import duijie.vocabulary.TextQuery.Wish

/** Overlapping pairs of characters; words between blanks; 社矫 for 社区矫正, 老人 and 长者 for one another. */
class PairsOfCharacters implements TextAnalysis {

  static final Map<String, String> MEANINGS =
    [社矫: '=corrections', 社区矫正: '=corrections', 老人: '=elderly', 长者: '=elderly']

  @Override
  List<String> terms(String text) {
    def symbols = text.codePoints().toArray().findAll { Character.isLetterOrDigit(it) }
    (0..<Math.max(0, symbols.size() - 1)).collect { Character.toString(symbols[it]) + Character.toString(symbols[it + 1]) }
  }

  @Override
  Set<String> marks(String text) {
    MEANINGS.findAll { text.contains(it.key) }.values() as Set
  }

  @Override
  TextQuery query(String typed) {
    def wishes = typed.split(' ').findAll { terms(it) }.collect { word ->
      def itself = new Phrase(terms(word).unique(), 10)
      new Wish(MEANINGS[word] ? [itself, new Phrase([MEANINGS[word]], 40)] : [itself])
    }
    new TextQuery(wishes, new Phrase(terms(typed).unique(), 1))
  }

  @Override
  double weight(String term) {
    1
  }
}
