package duijie;

import duijie.cli.CommandLineProgram;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Where the program starts. */
public final class Application {

  private Application() {}

  public static void main(String[] args) {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    System.exit(CommandLineProgram.run(args));
  }
}
