package duijie.vocabulary.lucene;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/** Splits folded text into overlapping pairs of ideographs and words of other scripts. */
final class BigramAnalyzer extends Analyzer {

  private static final int EVERY_CJK_SCRIPT = 0xff;

  private final boolean singles;

  /**
   * @param singles whether every ideograph is given by itself too, so that a query of one finds it;
   *     one that stands alone always is
   */
  BigramAnalyzer(boolean singles) {
    this.singles = singles;
  }

  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    var source = new StandardTokenizer();
    return new TokenStreamComponents(
        source, new CJKBigramFilter(source, EVERY_CJK_SCRIPT, singles));
  }
}
