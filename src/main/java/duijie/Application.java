package duijie;

/** The command line. */
public final class Application {

  private Application() {}

  public static void main(String[] args) {
    System.exit(2);
  }
}
