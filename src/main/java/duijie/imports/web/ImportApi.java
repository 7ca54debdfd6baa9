package duijie.imports.web;

import duijie.api.Answer;
import duijie.api.ApiProblem;
import duijie.api.RequestKeys;
import duijie.api.Sent;
import duijie.api.SentFile;
import duijie.api.Version;
import duijie.imports.Effect;
import duijie.imports.Import;
import duijie.imports.Importing;
import duijie.imports.Importing.Outcome;
import duijie.imports.Imports;
import duijie.imports.Line;
import duijie.imports.Previews;
import duijie.pages.ListPart;
import duijie.pages.Parameters;
import duijie.pages.Visitor;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.multipart.CompletedFileUpload;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Answers what programs ask about imports, of whichever kind. */
@Singleton
final class ImportApi {

  /** So far the record that was told last may have moved, and a part beyond. */
  private static final int WINDOW = 300;

  private static final String EFFECT = "effect";
  private static final String FILE = "file";
  private static final String OVERWRITES = "overwrites";

  private final Importing importing;
  private final Imports imports;
  private final Previews previews;
  private final ImportOwner owners;
  private final RequestKeys keys;

  ImportApi(
      Importing importing,
      Imports imports,
      Previews previews,
      ImportOwner owners,
      RequestKeys keys) {
    this.importing = importing;
    this.imports = imports;
    this.previews = previews;
    this.owners = owners;
    this.keys = keys;
  }

  HttpResponse<String> list(HttpRequest<?> request, Import.Kind kind) {
    var parameters = new Parameters(request.getParameters());
    var part = ListPart.of(parameters, request.getPath());
    if (!parameters.problems().isEmpty()) {
      return parameters.badRequest();
    }
    var owner = Visitor.of(request).member().organisation().id();
    var cursor = part.cursor();
    // The newest come first, so what was told last stands where it stood, or after it.
    var rest = imports.of(owner, kind, cursor == null ? 0 : cursor.at(), WINDOW);
    int from =
        cursor == null
            ? 0
            : IntStream.range(0, rest.size())
                    .filter(i -> rest.get(i).id().toString().equals(cursor.after()))
                    .findFirst()
                    .orElse(0)
                + 1;
    var head = new LinkedHashMap<String, @Nullable Object>();
    head.put("total", imports.count(owner, kind));
    return part.answer(
        request,
        head,
        rest.stream().skip(from).limit(part.limit() + 1L).toList(),
        found -> found.id().toString(),
        ImportJson::of);
  }

  HttpResponse<String> upload(
      HttpRequest<?> request, Import.Kind kind, String path, @Nullable CompletedFileUpload part)
      throws IOException {
    return keys.<IOException>with(
        request,
        Visitor.of(request).member(),
        path,
        key -> SentFile.in(request) ? upload(request, kind, path, part, key) : SentFile.missing());
  }

  private HttpResponse<String> upload(
      HttpRequest<?> request,
      Import.Kind kind,
      String path,
      @Nullable CompletedFileUpload part,
      RequestKeys.Key key)
      throws IOException {
    try (var file = SentFile.of(part)) {
      if (file == null) {
        return refused("missing", "请在 file 里放要上传的 Excel 工作簿（.xlsx）。");
      }
      var outcome =
          importing.upload(
              new Import.Id(key.id()),
              kind,
              null,
              file.name(),
              file.content(),
              Visitor.of(request).member(),
              Visitor.caller(request));
      return switch (outcome) {
        case Outcome.Done done ->
            key.once(
                file.name() + "\n" + file.fingerprint(),
                id -> {
                  var now = imports.find(new Import.Id(id)).orElseThrow();
                  return Answer.created(path + "/" + id, ImportJson.of(now))
                      .header(HttpHeaders.ETAG, Version.tag(now.version()));
                });
        case Outcome.Refused(var sentence) -> refused("not-accepted", sentence);
      };
    }
  }

  private static HttpResponse<String> refused(String code, String sentence) {
    return ApiProblem.invalid(List.of(new ApiProblem.Fault("/" + FILE, code, sentence))).answer();
  }

  HttpResponse<String> one(Import.Kind kind, String id) {
    return versioned(found(kind, id));
  }

  /** The rows of one effect; a preview that was made anew is another list. */
  HttpResponse<String> rows(HttpRequest<?> request, Import.Kind kind, String id) {
    var of = found(kind, id);
    var parameters = new Parameters(request.getParameters());
    var effect = effect(parameters);
    var part = ListPart.of(parameters, of.id() + " " + of.version() + " " + effect);
    if (effect == null || !parameters.problems().isEmpty()) {
      return parameters.badRequest();
    }
    var lines = previews.lines(of.id(), effect, part.skip(), part.limit() + 1);
    var problems = previews.problems(of.id(), lines.stream().map(Line::row).toList());
    var head = new LinkedHashMap<String, @Nullable Object>();
    head.put("total", of.tally().of(effect));
    return part.answer(
        request,
        head,
        lines,
        line -> Integer.toString(line.row()),
        line -> ImportJson.of(line, problems.getOrDefault(line.row(), List.of())));
  }

  HttpResponse<String> problems(HttpRequest<?> request, Import.Kind kind, String id) {
    var of = found(kind, id);
    var parameters = new Parameters(request.getParameters());
    var part = ListPart.of(parameters, of.id() + " " + of.version());
    if (!parameters.problems().isEmpty()) {
      return parameters.badRequest();
    }
    var head = new LinkedHashMap<String, @Nullable Object>();
    head.put("total", of.tally().errors() + of.tally().warnings());
    return part.answer(
        request,
        head,
        previews.problems(of.id(), part.skip(), part.limit() + 1),
        problem -> "",
        ImportJson::of);
  }

  /** Has what was previewed imported; what was previewed is named by its version. */
  HttpResponse<String> confirm(
      HttpRequest<?> request, Import.Kind kind, String id, @Nullable String text) {
    return Version.asked(request)
        .map(
            version ->
                Sent.read(
                    request,
                    text,
                    Set.of(OVERWRITES),
                    body -> {
                      boolean overwrites = body.truth(OVERWRITES, false);
                      return body.faults().isEmpty()
                          ? confirm(request, found(kind, id), version, overwrites)
                          : ApiProblem.invalid(body.faults()).answer();
                    }))
        .orElseGet(() -> ApiProblem.unconditional().answer());
  }

  private HttpResponse<String> confirm(
      HttpRequest<?> request, Import of, int version, boolean overwrites) {
    var outcome =
        importing.confirm(
            of.id(), version, overwrites, Visitor.of(request).member(), Visitor.caller(request));
    return after(of, outcome);
  }

  HttpResponse<String> cancel(HttpRequest<?> request, Import.Kind kind, String id) {
    var of = found(kind, id);
    return after(of, importing.cancel(of.id(), Visitor.caller(request)));
  }

  private HttpResponse<String> after(Import before, Outcome outcome) {
    var now = imports.find(before.id()).orElseThrow();
    return switch (outcome) {
      case Outcome.Done done -> versioned(now);
      // It could be confirmed, so it was another preview that was meant.
      case Outcome.Refused refused when now.state() == Import.State.TO_CONFIRM ->
          ApiProblem.overtaken().answer().header(HttpHeaders.ETAG, Version.tag(now.version()));
      case Outcome.Refused(var sentence) -> ApiProblem.conflict(sentence).answer();
    };
  }

  private static HttpResponse<String> versioned(Import of) {
    return Answer.versioned(of.version(), ImportJson.of(of));
  }

  private static @Nullable Effect effect(Parameters parameters) {
    var name = parameters.one(EFFECT).orElse("");
    var effect = ImportJson.EFFECTS.stream().filter(e -> e.name().equals(name)).findFirst();
    if (effect.isEmpty()) {
      parameters.refuse(
          EFFECT,
          "请用 effect 写明要看哪一类行：%s。"
              .formatted(String.join("、", ImportJson.EFFECTS.stream().map(Enum::name).toList())));
    }
    return effect.orElse(null);
  }

  /** The guard has seen that there is one. */
  private Import found(Import.Kind kind, String id) {
    return owners.of(kind, id).orElseThrow();
  }
}
