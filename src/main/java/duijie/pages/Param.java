package duijie.pages;

/** A parameter of an address, as a form hides it. */
public record Param(String name, String value) {}
