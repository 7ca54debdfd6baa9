package duijie.agencies.web;

/** What an agency is given for its submission. */
public record SubmittedPage(String number, String name, boolean inForce) {}
