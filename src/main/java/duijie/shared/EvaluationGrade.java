package duijie.shared;

/** Grade of a social organisation's evaluation 社会组织评估等级, lowest first. */
public enum EvaluationGrade {
  ONE_A,
  TWO_A,
  THREE_A,
  FOUR_A,
  FIVE_A;

  /** One to five. */
  public int level() {
    return ordinal() + 1;
  }

  /**
   * The grade of that level.
   *
   * @throws IllegalArgumentException unless the level is one to five
   */
  public static EvaluationGrade ofLevel(int level) {
    if (level < 1 || level > values().length) {
      throw new IllegalArgumentException("no evaluation grade of level " + level);
    }
    return values()[level - 1];
  }

  /** As written on screen: {@code 3A}. */
  public String label() {
    return level() + "A";
  }
}
