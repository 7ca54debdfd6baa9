package duijie.matching.lucene

import duijie.matching.CandidateIndex
import duijie.matching.CandidateIndexContract

class LuceneCandidateIndexSpec extends CandidateIndexContract {

  @Override
  CandidateIndex emptyIndex() {
    LuceneIndexes.inMemory(analysis, regions, vocabulary)
  }
}
