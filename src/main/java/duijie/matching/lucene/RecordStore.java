package duijie.matching.lucene;

import duijie.matching.Candidates;

/** The agencies, or the projects, of one index. */
interface RecordStore<I, T> extends Candidates<I, T>, AutoCloseable {

  /** Takes everything out. */
  void clear();

  @Override
  void close();
}
