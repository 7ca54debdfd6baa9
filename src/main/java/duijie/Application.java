package duijie;

import duijie.cli.CommandLineProgram;

/** Where the program starts. */
public final class Application {

  private Application() {}

  public static void main(String[] args) {
    System.exit(CommandLineProgram.run(args));
  }
}
