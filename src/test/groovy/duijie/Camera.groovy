package duijie

import com.google.zxing.BinaryBitmap
import com.google.zxing.RGBLuminanceSource
import com.google.zxing.common.BitMatrix
import com.google.zxing.common.HybridBinarizer
import com.google.zxing.qrcode.QRCodeReader
import com.google.zxing.qrcode.decoder.Decoder
import java.awt.image.BufferedImage

/** Reads codes as a telephone does. */
class Camera {

  /** What the first code on a page says. */
  static String scanned(String html) {
    def svg = new String(((html =~ /src="data:image\/svg\+xml;base64,([^"]+)"/)[0][1] as String).decodeBase64())
    def side = ((svg =~ /viewBox="0 0 (\d+) /)[0][1] as int) - 8
    def bits = new BitMatrix(side)
    (svg =~ /M(\d+) (\d+)h1v1h-1z/).each { bits.set((it[1] as int) - 4, (it[2] as int) - 4) }
    new Decoder().decode(bits).text
  }

  /** What the code on a photograph says. */
  static String scanned(BufferedImage photograph) {
    def (width, height) = [photograph.width, photograph.height]
    def seen = new RGBLuminanceSource(width, height, photograph.getRGB(0, 0, width, height, null, 0, width))
    new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(seen))).text
  }
}
