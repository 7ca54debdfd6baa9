package duijie.files;

/** What files are called where they come from. */
public final class FileNames {

  private FileNames() {}

  /** The name without folders, which some browsers send, and without control characters. */
  public static String own(String name) {
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
        .replaceAll("\\p{Cntrl}", "")
        .strip();
  }

  /** The last so many characters of a name: what tells files apart stands at the end. */
  public static String shortened(String name, int most) {
    int length = name.codePointCount(0, name.length());
    return length <= most ? name : name.substring(name.offsetByCodePoints(0, length - most));
  }
}
