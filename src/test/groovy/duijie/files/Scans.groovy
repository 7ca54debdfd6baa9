package duijie.files

import java.awt.image.BufferedImage
import javax.imageio.ImageIO

/** Scans for specs. */
class Scans {

  /** The smallest that readers of PDF open: one empty page. */
  static final byte[] PDF = '''%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R>>
%%EOF
'''.getBytes('US-ASCII')

  static byte[] image(String format) {
    def out = new ByteArrayOutputStream()
    assert ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), format, out)
    out.toByteArray()
  }
}
