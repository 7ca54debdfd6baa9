package duijie.pages;

import duijie.api.Api;
import duijie.api.ApiProblem;
import duijie.shared.FreeSpace;
import duijie.shared.jdbc.DiskFull;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers every error that no controller answered itself. A page tells nothing of the inside: what
 * went wrong is in the log, under the reference number that the page shows.
 */
@Singleton
@Replaces(ErrorResponseProcessor.class)
final class ErrorPages implements ErrorResponseProcessor<String> {

  private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

  private final Html html;
  private final FreeSpace space;
  private final SecureRandom random = new SecureRandom();

  ErrorPages(Html html, FreeSpace space) {
    this.html = html;
    this.space = space;
  }

  @Override
  public MutableHttpResponse<String> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    var told = page(context, response.code());
    var page =
        Api.asked(context.getRequest())
            ? problem(told).answer()
            : html.error(Visitor.of(context.getRequest()), told);
    response.getHeaders().forEachValue((name, value) -> keep(page, name, value));
    return page;
  }

  private ErrorPage page(ErrorContext context, int status) {
    return switch (status) {
      case 404 -> told(404, "没有找到", "您要的页面不存在，可能已经移走，或者地址不完整。请从菜单重新进入。");
      case 405 ->
          context.getRequest().getMethod().permitsRequestBody()
              ? told(405, "不支持这种操作", "这个地址只能查看，不能提交。")
              : told(405, "不能直接打开", "这个地址只用来提交表单，不能直接打开。请从菜单重新进入。");
      case 413 -> told(413, "内容太大", "提交的内容超过了允许的大小。");
      case 503 -> told(503, "请稍后再试", "现在使用的人较多，请过一会儿再试。");
      default -> status >= 500 ? failed(context, status) : refused(status);
    };
  }

  private ErrorPage failed(ErrorContext context, int status) {
    var bytes = new byte[5];
    random.nextBytes(bytes);
    var reference = HexFormat.of().withUpperCase().formatHex(bytes);
    var request = context.getRequest();
    LOG.error(
        "{} for {} {}, reference {}",
        status,
        request.getMethodName(),
        request.getPath().replaceAll("\\p{Cntrl}", "?"),
        reference,
        context.getRootCause().orElse(null));
    if (full(context.getRootCause().orElse(null))) {
      return new ErrorPage(
          HttpStatus.INSUFFICIENT_STORAGE.getCode(),
          "存储空间已满",
          "服务器的存储空间满了，这次没有保存，已经保存的内容没有受影响。请用浏览器的“返回”回到上一页，把刚才填的内容先复制留存，并请管理员清理磁盘以后再提交。",
          List.of(),
          reference);
    }
    return new ErrorPage(
        HttpStatus.INTERNAL_SERVER_ERROR.getCode(),
        "出了点问题",
        "系统没能完成这次请求，您的数据没有受影响。请稍后重试；如果仍然不行，请把下面的编号告诉管理员。",
        List.of(),
        reference);
  }

  private boolean full(@Nullable Throwable cause) {
    return DiskFull.caused(cause) || space.room() == FreeSpace.Room.NONE;
  }

  /** The same for a program. */
  private static ApiProblem problem(ErrorPage told) {
    var code =
        switch (told.status()) {
          case 404 -> "not-found";
          case 405 -> "method-not-allowed";
          case 406 -> "not-acceptable";
          case 413 -> "too-large";
          case 415 -> "unsupported-media-type";
          case 503 -> "busy";
          case 507 -> "no-room";
          default -> told.status() >= 500 ? "failed" : "malformed-request";
        };
    return new ApiProblem(
        told.status(), code, told.heading(), told.sentence(), List.of(), told.reference());
  }

  private static ErrorPage refused(int status) {
    return told(status, "请求有误", "服务器看不懂这次请求。请检查地址，或从菜单重新进入。");
  }

  private static ErrorPage told(int status, String heading, String sentence) {
    return new ErrorPage(status, heading, sentence, List.of(), null);
  }

  /** Keeps what the framework says beside the body, such as which methods are allowed. */
  private static void keep(MutableHttpResponse<String> page, String name, String value) {
    if (!name.equalsIgnoreCase("Content-Type") && !name.equalsIgnoreCase("Content-Length")) {
      page.header(name, value);
    }
  }
}
