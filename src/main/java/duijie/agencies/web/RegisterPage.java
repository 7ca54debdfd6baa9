package duijie.agencies.web;

/**
 * Where an agency registers.
 *
 * @param key made with the form, so that sending it twice makes one registration
 * @param form what was filled in, passwords left out
 */
public record RegisterPage(String key, Filled form) {}
