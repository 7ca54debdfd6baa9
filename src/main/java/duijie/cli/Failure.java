package duijie.cli;

import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Turns what went wrong inside a command into a sentence: a person must never meet a stack trace.
 */
record Failure(Console console) implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(Exception failure, CommandLine line, ParseResult arguments) {
    if (failure instanceof Refused refused) {
      console.sayPlain(refused.getMessage());
      return refused.exitCode();
    }
    console.say("failed", failure.getClass().getSimpleName(), String.valueOf(failure.getMessage()));
    LoggerFactory.getLogger(Failure.class).debug("command failed", failure);
    return ExitCode.FAILED;
  }
}
