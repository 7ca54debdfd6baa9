package duijie

/** Whether long runs are wanted: then specs whose usual cases are a part of the whole take all of them. */
class LongRuns {

  static final boolean WANTED = System.getProperty('specs.excluded', 'long') != 'long'
}
