package duijie.cli;

import java.io.PrintWriter;

/** Where a command speaks: results on standard output, all else on standard error. */
record Console(PrintWriter out, PrintWriter err, Messages messages) {

  /** Says a message of the bundle on standard error. */
  void say(String key, Object... values) {
    err.println(messages.get(key, values));
  }

  /** Says a sentence that is ready on standard error. */
  void sayPlain(String sentence) {
    err.println(sentence);
  }
}
