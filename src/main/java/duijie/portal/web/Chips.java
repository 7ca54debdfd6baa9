package duijie.portal.web;

import duijie.regions.Regions;
import duijie.vocabulary.Term;
import duijie.vocabulary.Vocabulary;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Tells what narrows a list. */
@Singleton
final class Chips {

  private final Regions regions;
  private final Vocabulary vocabulary;
  private final FieldFacet fields;

  Chips(Regions regions, Vocabulary vocabulary, FieldFacet fields) {
    this.regions = regions;
    this.vocabulary = vocabulary;
    this.fields = fields;
  }

  /** What narrows the list now, each as a link that takes it away. */
  List<Facet.Choice> of(ListKind kind, ListQuery query) {
    var chips = new ArrayList<Facet.Choice>();
    if (!query.text().isEmpty()) {
      chips.add(chip("q", "搜索：" + query.text(), query.withText("").at(kind.path())));
    }
    var region = query.region();
    if (region != null) {
      chips.add(
          chip(
              "region",
              "区划：" + regions.pathName(region).replace("/", " · "),
              query.withRegion(null).at(kind.path())));
    }
    if (query.outside()) {
      chips.add(chip("area", "只看县外", query.withOutside(false).at(kind.path())));
    }
    if (query.open()) {
      chips.add(chip("only", "正在找机构", query.withOpen(false).at(kind.path())));
    }
    for (var field : query.fields()) {
      var name = vocabulary.find(field).map(Term::name).orElse(field.value());
      chips.add(chip("field-" + field, "领域：" + name, fields.clicked(query, field).at(kind.path())));
    }
    for (var state : query.states()) {
      chips.add(
          chip(
              "state-" + state,
              "状态：" + kind.states().get(state),
              query.toggled(state).at(kind.path())));
    }
    for (var band : query.bands()) {
      chips.add(chip("band-" + band, "预算：" + band.label(), query.toggled(band).at(kind.path())));
    }
    return chips;
  }

  private static Facet.Choice chip(String id, String label, String href) {
    return new Facet.Choice("chip-" + id, label, null, href, true, 0);
  }
}
