import duijie.LongRun

runner {
  if (System.getProperty('specs.excluded', 'long') == 'long') {
    exclude { annotation LongRun }
  }
}
