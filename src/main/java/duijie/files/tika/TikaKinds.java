package duijie.files.tika;

import duijie.files.FileKinds;

/** Makes what tells kinds of files. */
public final class TikaKinds {

  private TikaKinds() {}

  public static FileKinds kinds() {
    return new TikaFileKinds();
  }
}
