package duijie.cli;

import duijie.matching.Matching;
import duijie.matching.RuleBook;
import duijie.matching.RuleBooks;
import duijie.sheets.WorkbookReader;
import duijie.sheets.WorkbookWriter;

/** The parts that commands on files need, put together without a server. */
record Toolbox(WorkbookReader reader, WorkbookWriter writer, Matching matching)
    implements AutoCloseable {

  static RuleBooks ruleBooks() {
    throw new UnsupportedOperationException("later");
  }

  static Toolbox of(RuleBook book) {
    throw new UnsupportedOperationException("later" + book);
  }

  @Override
  public void close() {}
}
