package duijie.pages;

import duijie.api.ApiProblem;
import duijie.api.ApiProblem.Fault;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A request's parameters, read strictly: everything that is wrong is found in one pass. */
public final class Parameters {

  public static final int LONGEST_TEXT = 200;

  private final HttpParameters given;
  private final List<Fault> faults = new ArrayList<>();

  public Parameters(HttpParameters given) {
    this.given = given;
  }

  /** What is wrong, in words for the person at the screen. */
  public List<String> problems() {
    return faults.stream().map(Fault::detail).toList();
  }

  /** The same for a program, each with the parameter that it is about. */
  public HttpResponse<String> badRequest() {
    return ApiProblem.badParameters(List.copyOf(faults)).answer();
  }

  /** Tells what is wrong with the parameter of this name. */
  public void refuse(String name, String problem) {
    faults.add(new Fault("?" + name, "bad-parameter", problem));
  }

  /** All values that are not blank. */
  public List<String> all(String name) {
    return given.getAll(name).stream()
        .map(Form::clean)
        .map(String::strip)
        .filter(v -> !v.isEmpty())
        .toList();
  }

  /** The one value, if there is one. */
  public Optional<String> one(String name) {
    var values = all(name).stream().distinct().toList();
    if (values.size() > 1) {
      refuse(name, "参数“%s”出现了多次，只能有一个。".formatted(name));
    }
    return values.stream().findFirst();
  }

  /** What was typed in a search box. */
  public String text(String name) {
    var text = one(name).orElse("");
    if (text.codePointCount(0, text.length()) > LONGEST_TEXT) {
      refuse(name, "搜索词太长，最多 %d 个字。".formatted(LONGEST_TEXT));
      return "";
    }
    return text;
  }

  /** A whole number of this range. */
  public int number(String name, int otherwise, int least, int most) {
    var value = one(name);
    if (value.isEmpty()) {
      return otherwise;
    }
    if (value.get().matches("\\d{1,9}")) {
      int number = Integer.parseInt(value.get());
      if (number >= least && number <= most) {
        return number;
      }
    }
    refuse(
        name, "参数“%s”应为 %d 到 %d 的整数，不能是“%s”。".formatted(name, least, most, shortened(value.get())));
    return otherwise;
  }

  /** One of these numbers. */
  public int choice(String name, List<Integer> choices, int otherwise) {
    var value = one(name);
    if (value.isEmpty()) {
      return otherwise;
    }
    for (int choice : choices) {
      if (value.get().equals(Integer.toString(choice))) {
        return choice;
      }
    }
    refuse(
        name, "参数“%s”只能是 %s 之一，不能是“%s”。".formatted(name, joined(choices), shortened(value.get())));
    return otherwise;
  }

  /** A value as it may be quoted back in a sentence. */
  public static String shortened(String value) {
    return value.codePointCount(0, value.length()) <= 40
        ? value
        : value.substring(0, value.offsetByCodePoints(0, 40)) + "…";
  }

  private static String joined(List<Integer> choices) {
    return String.join("、", choices.stream().map(String::valueOf).toList());
  }
}
