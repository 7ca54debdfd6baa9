package duijie;

import duijie.cli.CommandLineProgram;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Where the program starts. */
public final class Application {

  /** The program itself failed. */
  private static final int FAILED = 3;

  private Application() {}

  public static void main(String[] args) {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    try {
      System.exit(CommandLineProgram.run(args));
    } catch (OutOfMemoryError full) {
      // The launcher bounds the heap, and only a person can say how much more there may be.
      System.err.println(
          "内存不够，没有完成（out of memory）。请设置环境变量 DUIJIE_JAVA_OPTS=-Xmx2g 后再试，或减少一次处理的行数。");
      System.exit(FAILED);
    }
  }
}
