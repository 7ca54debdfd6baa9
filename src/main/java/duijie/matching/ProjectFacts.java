package duijie.matching;

import duijie.projects.Project;

/**
 * What the rules read of a project, kept ready.
 *
 * @param project the project itself
 * @param values by the names that rules use; what is not known is not there
 */
public record ProjectFacts(Project project, FactValues values) {}
