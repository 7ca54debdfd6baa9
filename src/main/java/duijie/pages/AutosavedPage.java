package duijie.pages;

/**
 * What came of keeping a form while it is typed.
 *
 * @param version the one that the form changes from now on
 */
public record AutosavedPage(int version, String sentence) {

  public static AutosavedPage done(int version, String minute) {
    return new AutosavedPage(version, "已自动保存（%s）。填完后请按下面的按钮。".formatted(minute));
  }

  public static AutosavedPage not(int version, String sentence) {
    return new AutosavedPage(version, "没有自动保存：" + sentence);
  }
}
