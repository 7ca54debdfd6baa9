package duijie.agencies.web;

/**
 * What came of registering.
 *
 * @param number 受理编号
 * @param name 机构名称
 * @param signInName 登录名
 * @param claim whether it claims an agency that was known
 */
public record RegisteredPage(String number, String name, String signInName, boolean claim) {}
