package duijie.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The words of the command line in one language. */
record Messages(ResourceBundle bundle, boolean chinese) {

  private static final String BUNDLE = "duijie.cli.messages";

  /**
   * The language that {@code --lang} asks for, wherever it stands; Chinese unless it is {@code en}.
   */
  static Messages forArguments(String... args) {
    var language = "zh";
    for (int i = 0; i < args.length; i++) {
      if (args[i].startsWith("--lang=")) {
        language = args[i].substring("--lang=".length());
      } else if (args[i].equals("--lang") && i + 1 < args.length) {
        language = args[i + 1];
      }
    }
    boolean chinese = !language.equals("en");
    // The file without a language is the Chinese one, so nothing of the machine's locale may get in
    // between.
    var control =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    var bundle = ResourceBundle.getBundle(BUNDLE, chinese ? Locale.ROOT : Locale.ENGLISH, control);
    return new Messages(bundle, chinese);
  }

  String get(String key, @Nullable Object... values) {
    return new MessageFormat(bundle.getString(key), Locale.ROOT).format(values);
  }
}
