package duijie.sessions.pdf;

import duijie.sessions.Papers;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Sets the papers of a session, one file at a time: they share the font that they read from. */
@Singleton
final class PdfPapers implements Papers {

  private final ShippedFont font;
  private final RareLetters rare;

  PdfPapers(ShippedFont font, RareLetters rare) {
    this.font = font;
    this.rare = rare;
  }

  private interface Setting<T> {

    void set(PDDocument file, Typeface letters, T paper) throws IOException;
  }

  @Override
  public byte[] tableCards(List<TableCard> cards) {
    return printed("桌签", cards, CardSetting::set);
  }

  @Override
  public byte[] itineraries(List<Itinerary> itineraries) {
    return printed("行程单", itineraries, ItinerarySetting::set);
  }

  private synchronized <T> byte[] printed(String title, List<T> papers, Setting<T> setting) {
    try (var file = new PDDocument()) {
      file.getDocumentInformation().setTitle(title);
      var letters = Typeface.of(file, font, rare);
      for (var paper : papers) {
        setting.set(file, letters, paper);
      }
      var bytes = new ByteArrayOutputStream();
      file.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
