package duijie.sessions;

import java.util.List;

/** Prints the papers of a session, each to be read on any machine. */
public interface Papers {

  /**
   * What stands above every paper.
   *
   * @param when the day with its first and last minute
   * @param version the released version that it was printed from
   */
  record Heading(String session, String when, String place, int version) {}

  /**
   * A talk as papers show it.
   *
   * @param number 对接编号, empty where it has none
   * @param time from when to when
   * @param table 桌号
   * @param buyer who buys what the project is about, empty where that is not known
   */
  record Line(String number, String time, int table, String project, String buyer, String agency) {}

  /** What stands on a table 桌签. */
  record TableCard(Heading heading, int table, List<Line> talks) {

    public TableCard {
      talks = List.copyOf(talks);
    }
  }

  /**
   * What an agency carries through the day 行程单.
   *
   * @param checkIn the address in its code for the door
   */
  record Itinerary(Heading heading, String agency, String checkIn, List<Line> talks) {

    public Itinerary {
      talks = List.copyOf(talks);
    }
  }

  /** The cards as a PDF file, each on a page of its own. */
  byte[] tableCards(List<TableCard> cards);

  /** The itineraries as a PDF file, each on a page of its own. */
  byte[] itineraries(List<Itinerary> itineraries);
}
