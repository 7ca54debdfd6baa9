package duijie.matching.lucene

import duijie.matching.CandidateIndex
import duijie.matching.CandidateIndexContract

class FileCandidateIndexSpec extends CandidateIndexContract {

  @Override
  CandidateIndex emptyIndex() {
    LuceneIndexes.forFiles(analysis, regions, vocabulary)
  }
}
