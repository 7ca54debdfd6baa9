package duijie.demonstration.yaml;

import duijie.demonstration.Demonstration;
import duijie.regions.Regions;
import duijie.vocabulary.Vocabulary;

/** Makes the demonstration data. */
public final class Demonstrations {

  private Demonstrations() {}

  /** The data that ships with the product, in the terms of this vocabulary. */
  public static Demonstration shipped(Regions regions, Vocabulary vocabulary) {
    return new YamlDemonstration(new Words(regions, vocabulary));
  }
}
