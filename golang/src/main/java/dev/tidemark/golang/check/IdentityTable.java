package dev.tidemark.golang.check;

import org.jspecify.annotations.Nullable;

/**
 * Values by the identity of their keys: nodes of a syntax tree are equal when they look alike. Half
 * the size of {@link java.util.IdentityHashMap} at a million entries, and it grows by doubling.
 */
final class IdentityTable<K, V> {
  private @Nullable Object[] slots = new Object[32];
  private int size;

  void put(K key, V value) {
    if (size * 3 > slots.length) {
      grow();
    }
    int at = find(slots, key);
    if (slots[at] == null) {
      slots[at] = key;
      size++;
    }
    slots[at + 1] = value;
  }

  @SuppressWarnings("unchecked")
  @Nullable V get(Object key) {
    return (V) slots[find(slots, key) + 1];
  }

  int size() {
    return size;
  }

  private static int find(@Nullable Object[] slots, Object key) {
    int mask = slots.length - 2;
    int at = System.identityHashCode(key) * 2 & mask;
    while (slots[at] != null && slots[at] != key) {
      at = at + 2 & mask;
    }
    return at;
  }

  private void grow() {
    @Nullable Object[] wider = new Object[slots.length * 2];
    for (int i = 0; i < slots.length; i += 2) {
      Object key = slots[i];
      if (key != null) {
        int at = find(wider, key);
        wider[at] = key;
        wider[at + 1] = slots[i + 1];
      }
    }
    slots = wider;
  }

  /** Is told every entry, in no particular order. */
  interface Visitor<K, V> {
    void entry(K key, V value);
  }

  @SuppressWarnings("unchecked")
  void forEach(Visitor<K, V> visitor) {
    for (int i = 0; i < slots.length; i += 2) {
      Object key = slots[i];
      Object value = slots[i + 1];
      if (key != null && value != null) {
        visitor.entry((K) key, (V) value);
      }
    }
  }
}
