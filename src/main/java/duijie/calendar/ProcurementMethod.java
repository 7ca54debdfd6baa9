package duijie.calendar;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The ways of buying that the law on government procurement knows 采购方式. */
public enum ProcurementMethod {
  OPEN_TENDER("公开招标", "公开招标"),
  INVITED_TENDER("邀请招标", "邀请招标"),
  COMPETITIVE_CONSULTATION("竞争性磋商", "磋商"),
  COMPETITIVE_NEGOTIATION("竞争性谈判", "谈判"),
  PRICE_INQUIRY("询价", "询价"),
  SINGLE_SOURCE("单一来源采购", "单一来源");

  private final String label;
  private final String word;

  ProcurementMethod(String label, String word) {
    this.label = label;
    this.word = word;
  }

  public String label() {
    return label;
  }

  /** The method that people wrote; empty where they wrote none of these, or several. */
  public static Optional<ProcurementMethod> read(String written) {
    var meant = Arrays.stream(values()).filter(method -> written.contains(method.word)).toList();
    return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
  }

  /** The method of this label. */
  public static Optional<ProcurementMethod> labelled(String label) {
    return Arrays.stream(values()).filter(method -> method.label.equals(label)).findFirst();
  }

  /** All labels. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(ProcurementMethod::label).toList();
  }
}
