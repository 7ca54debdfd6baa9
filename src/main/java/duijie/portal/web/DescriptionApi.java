package duijie.portal.web;

import duijie.api.Api;
import duijie.pages.ForAnybody;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Tells programs all that they can ask for, as OpenAPI. */
@Controller(Api.PREFIX)
@ForAnybody
final class DescriptionApi {

  private static final String FILE = "/duijie/api/openapi.yml";

  private final String text = text();

  @Get(uri = "/openapi.yml", produces = "application/yaml;charset=utf-8")
  HttpResponse<String> description() {
    return HttpResponse.ok(text).contentType(new MediaType("application/yaml;charset=utf-8"));
  }

  private static String text() {
    try (var stream = DescriptionApi.class.getResourceAsStream(FILE)) {
      if (stream == null) {
        throw new IllegalStateException("missing resource " + FILE);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
