package duijie.projects.web;

import duijie.projects.Change;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A notice as everybody reads and prints it.
 *
 * @param number 项目编号
 * @param name 项目名称
 * @param kind what it tells
 * @param publisher who publishes it, where that is not the buyer; else null
 * @param project the address of the project
 * @param path its own address
 * @param publishedAt to the minute, in Asia/Shanghai
 * @param reason why it follows on another, or null
 * @param newer the address of the last notice, where there is a later one
 * @param changes what it says otherwise than the one before
 * @param contents all that it says
 */
public record NoticePage(
    String number,
    String name,
    String kind,
    String buyer,
    @Nullable String publisher,
    String project,
    String path,
    String publishedAt,
    @Nullable String reason,
    @Nullable String newer,
    List<Change> changes,
    List<Item> contents) {

  /** Its title. */
  public String heading() {
    return name + kind;
  }

  /** Something that it says. */
  public record Item(String label, String text) {}
}
