package duijie.timetable;

import java.util.Arrays;

/** Numbers below a limit, each with a key; gives the one with the smallest key (a binary heap). */
final class IndexedHeap {

  private final int[] heap;
  private final int[] place;
  private final long[] key;
  private int size;

  IndexedHeap(int limit) {
    heap = new int[limit];
    place = new int[limit];
    key = new long[limit];
    Arrays.fill(place, -1);
  }

  boolean isEmpty() {
    return size == 0;
  }

  void clear() {
    for (int i = 0; i < size; i++) {
      place[heap[i]] = -1;
    }
    size = 0;
  }

  long smallestKey() {
    return key[heap[0]];
  }

  /** Adds a number, or gives one that is there a smaller key. */
  void put(int number, long smaller) {
    key[number] = smaller;
    if (place[number] < 0) {
      place[number] = size;
      heap[size++] = number;
    }
    up(place[number]);
  }

  /** Takes out the number with the smallest key. */
  int take() {
    int taken = heap[0];
    place[taken] = -1;
    size--;
    if (size > 0) {
      heap[0] = heap[size];
      place[heap[0]] = 0;
      down();
    }
    return taken;
  }

  private void up(int from) {
    int at = from;
    int number = heap[at];
    while (at > 0 && key[heap[(at - 1) >> 1]] > key[number]) {
      set(at, heap[(at - 1) >> 1]);
      at = (at - 1) >> 1;
    }
    set(at, number);
  }

  private void down() {
    int at = 0;
    int number = heap[0];
    while (2 * at + 1 < size) {
      int child = 2 * at + 1;
      if (child + 1 < size && key[heap[child + 1]] < key[heap[child]]) {
        child++;
      }
      if (key[heap[child]] >= key[number]) {
        break;
      }
      set(at, heap[child]);
      at = child;
    }
    set(at, number);
  }

  private void set(int at, int number) {
    heap[at] = number;
    place[number] = at;
  }
}
