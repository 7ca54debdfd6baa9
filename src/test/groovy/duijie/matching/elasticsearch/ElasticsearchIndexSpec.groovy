package duijie.matching.elasticsearch

import duijie.matching.CandidateIndex
import duijie.matching.CandidateIndexContract
import duijie.matching.KeptCandidates
import duijie.matching.SharedIndex
import spock.lang.AutoCleanup
import spock.lang.Shared

class ElasticsearchIndexSpec extends CandidateIndexContract {

  @Shared @AutoCleanup SharedIndex shared = ElasticsearchIndexes.on(SearchServer.shared().cluster(), analysis, regions, vocabulary)
  @Shared CandidateIndex kept = KeptCandidates.newGeneration(shared)

  /** The same each time: making new ones takes a server long. */
  @Override
  CandidateIndex emptyIndex() {
    kept.clear()
    kept
  }

  @Override
  int rounds() {
    6
  }
}
