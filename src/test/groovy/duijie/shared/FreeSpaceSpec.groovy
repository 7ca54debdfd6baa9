package duijie.shared

import duijie.shared.FreeSpace.Room
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class FreeSpaceSpec extends Specification {

  @TempDir Path folder

  def "#megabytes MiB are #room"() {
    expect:
    Room.of((megabytes as long) << 20) == room

    where:
    megabytes || room
    0         || Room.NONE
    63        || Room.NONE
    64        || Room.LITTLE
    1023      || Room.LITTLE
    1024      || Room.ENOUGH
  }

  def "a folder that is not there yet is looked at where it will be"() {
    expect:
    FreeSpace.at(folder.resolve('not/yet')).room() == FreeSpace.at(folder).room()
  }
}
