package duijie.sheets.poi;

import duijie.regions.Region;
import duijie.regions.Regions;
import duijie.vocabulary.Term;
import duijie.vocabulary.Vocabulary;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Regions and terms by the names that people read and that can be read back in. */
record Names(Regions regions, Vocabulary vocabulary) {

  private static final String SEPARATOR = "、";

  @Nullable String region(Region.@Nullable Code code) {
    return code == null ? null : regions.pathName(code);
  }

  String regions(Collection<Region.Code> codes) {
    return codes.stream().map(regions::pathName).collect(Collectors.joining(SEPARATOR));
  }

  /** A term that the vocabulary no longer has keeps its identifier. */
  String terms(Collection<Term.Id> ids) {
    return ids.stream()
        .map(id -> vocabulary.find(id).map(Term::name).orElse(id.value()))
        .collect(Collectors.joining(SEPARATOR));
  }
}
