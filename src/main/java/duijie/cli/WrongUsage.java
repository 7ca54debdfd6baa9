package duijie.cli;

import java.util.stream.Collectors;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with the arguments, in the person's language, and where to read more. */
record WrongUsage(Console console) implements IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException wrong, String[] args) {
    var sentence = sentence(wrong);
    if (!sentence.isEmpty()) {
      console.sayPlain(sentence);
      console.say("see-help", wrong.getCommandLine().getCommandSpec().qualifiedName());
    }
    return ExitCode.WRONG_USAGE;
  }

  private String sentence(ParameterException wrong) {
    var messages = console.messages();
    return switch (wrong) {
      case MissingParameterException missing when !missing.getMissing().isEmpty() ->
          messages.get(
              "missing-option",
              missing.getMissing().stream()
                  .map(WrongUsage::label)
                  .collect(Collectors.joining("  ")));
      case UnmatchedArgumentException unmatched ->
          messages.get("unknown-argument", String.join(" ", unmatched.getUnmatched()));
      case OverwrittenOptionException twice ->
          messages.get("option-twice", label(twice.getOverwritten()));
      default ->
          wrong.getArgSpec() != null && wrong.getValue() != null
              ? messages.get("bad-value", label(wrong.getArgSpec()), wrong.getValue())
              : String.valueOf(wrong.getMessage());
    };
  }

  private static String label(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
