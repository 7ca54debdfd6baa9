package duijie.projects;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A piece of what a buyer wrote for a project.
 *
 * @param kind what it is about
 * @param name what the page calls it, for example {@code 资格条件第2条}
 * @param text its words
 */
public record Clause(Kind kind, String name, String text) {

  /** What clauses are about. */
  public enum Kind {
    BUYER("购买主体", "购买主体"),
    NAME("项目名称", "项目名称"),
    NEED("需求概况", "需求|服务内容"),
    QUALIFICATION("资格条件", "资格|资质"),
    STAFF("人员要求", "人员"),
    SCORING("评分标准", "评分|评审|评标"),
    PAYMENT("付款方式", "付款|支付|结算"),
    OTHER("其他条款", "");

    /** Those that a buyer writes beside the columns of 项目发布表. */
    public static final Set<Kind> FURTHER =
        Collections.unmodifiableSet(EnumSet.of(QUALIFICATION, STAFF, SCORING, PAYMENT));

    private final String label;
    private final String words;

    Kind(String label, String words) {
      this.label = label;
      this.words = words;
    }

    public String label() {
      return label;
    }

    /** The kind of this label. */
    public static Optional<Kind> labelled(String label) {
      return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
    }

    /** The kind that a heading tells of; {@link #OTHER} where it tells of none. */
    public static Kind headed(String heading) {
      return Arrays.stream(values())
          .filter(kind -> kind != OTHER)
          .filter(kind -> Arrays.stream(kind.words.split("\\|")).anyMatch(heading::contains))
          .findFirst()
          .orElse(OTHER);
    }
  }
}
