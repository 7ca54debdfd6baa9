package duijie.files;

/**
 * The kinds of files that are taken as proof of something: what every office can open and print.
 */
public enum FileKind {
  PDF("PDF", "application/pdf", "pdf"),
  JPEG("JPG 图片", "image/jpeg", "jpg"),
  PNG("PNG 图片", "image/png", "png");

  private final String label;
  private final String mediaType;
  private final String ending;

  FileKind(String label, String mediaType, String ending) {
    this.label = label;
    this.mediaType = mediaType;
    this.ending = ending;
  }

  public String label() {
    return label;
  }

  public String mediaType() {
    return mediaType;
  }

  /** What names of such files end in, without the dot. */
  public String ending() {
    return ending;
  }
}
