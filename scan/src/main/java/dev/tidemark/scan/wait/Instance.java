package dev.tidemark.scan.wait;

import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.Unknown;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Something that is made in a run, or a value that comes from outside and has no name yet. */
class Instance implements Datum.Identified {
  final Type type;

  /** Whether other code may hold it, and do to it whatever it likes. */
  boolean isExternal;

  /** Whether it is known not to be nil, as what a method was called of. */
  boolean isPresent;

  /** Fields by name, and elements by key where it comes from outside. */
  final Map<Object, Datum> parts = new LinkedHashMap<>(2);

  Instance(Type type, boolean isExternal) {
    this.type = type;
    this.isExternal = isExternal;
    this.isPresent = !isExternal;
  }

  /** An error that was made, or that a variable is there to stand for. */
  static Instance error(Type type) {
    Instance error = new Instance(type, true);
    error.isPresent = true;
    return error;
  }

  /** The time, or a random number: it may be anything, for tests too. */
  static final class Chance extends Instance {
    Chance(Type type) {
      super(type, true);
    }
  }

  /** What the world does to a channel once nothing else happens. */
  enum World {
    NOTHING,
    /** As for a context of the caller, or a deadline. */
    CLOSES,
    /** As a timer does. */
    SENDS
  }

  static final class Channel extends Instance {
    private LongSupplier capacity;
    final Deque<Datum> buffer = new ArrayDeque<>(2);
    boolean isClosed;
    World world = World.NOTHING;

    /** The context whose end it tells. */
    @Nullable Context owner;

    /** Whether its capacity is one that is not known: who chose it may know that it is enough. */
    boolean isRoomGuessed;

    Channel(Type type, boolean isExternal, long capacity) {
      super(type, isExternal);
      this.capacity = () -> capacity;
    }

    /**
     * @param found asked when something is sent or received for the first time
     */
    void hasRoom(LongSupplier found) {
      capacity = found;
    }

    long capacity() {
      long found = capacity.getAsLong();
      capacity = () -> found;
      return found;
    }
  }

  /** A mutex, read-write or not. */
  static final class Lock extends Instance {
    @Nullable Goroutine writer;
    final List<Goroutine> readers = new ArrayList<>(1);

    /** Whether code that can't be seen may give it back. */
    boolean isUncertain;

    Lock(Type type, boolean isExternal) {
      super(type, isExternal);
    }
  }

  /** A wait group or error group. */
  static final class Group extends Instance {
    long count;
    long limit = -1;
    @Nullable Context context;

    Group(Type type, boolean isExternal) {
      super(type, isExternal);
    }
  }

  static final class Condition extends Instance {
    Datum lock = Datum.NIL;
    final List<Wait.Signal> waiting = new ArrayList<>(1);

    Condition(Type type, boolean isExternal) {
      super(type, isExternal);
    }
  }

  static final class Once extends Instance {
    boolean isDone;
    @Nullable Goroutine running;

    Once(Type type, boolean isExternal) {
      super(type, isExternal);
    }
  }

  static final class Context extends Instance {
    final Channel done;
    final List<Context> children = new ArrayList<>(1);

    /** What starts when it ends. */
    final List<Runnable> afterwards = new ArrayList<>(1);

    Context(Type type, boolean isExternal, World world) {
      super(type, isExternal);
      done = new Channel(type, isExternal, 0);
      done.world = world;
      done.owner = this;
    }

    /** One that nobody ends. */
    static Context root() {
      return new Context(Unknown.UNKNOWN, false, World.NOTHING);
    }

    /**
     * A child of whatever a value is.
     *
     * @param hasDeadline whether it ends by itself, too
     */
    static Context below(Datum parent, boolean hasDeadline) {
      boolean ends =
          hasDeadline || !(parent instanceof Context known) || known.done.world == World.CLOSES;
      Context child = new Context(Unknown.UNKNOWN, false, ends ? World.CLOSES : World.NOTHING);
      if (parent instanceof Context known) {
        known.children.add(child);
        if (known.done.isClosed) {
          child.cancel();
        }
      }
      return child;
    }

    void cancel() {
      if (!done.isClosed) {
        done.isClosed = true;
        children.forEach(Context::cancel);
        List<Runnable> starting = List.copyOf(afterwards);
        afterwards.clear();
        starting.forEach(Runnable::run);
      }
    }
  }

  static final class Timer extends Instance {
    final Channel channel;

    Timer(Type type, Channel channel) {
      super(type, false);
      this.channel = channel;
    }
  }

  /** A slice or array. */
  static final class Sequence extends Instance {
    final List<Datum> elements = new ArrayList<>(2);

    /** How many elements of an array its literal has given. */
    private int given;

    /** Whether elements are copied into it that are not known. */
    boolean isOfOthers;

    Sequence(Type type) {
      super(type, false);
    }

    /** The next element of a literal: of an array there is a place for it. */
    void add(Datum value) {
      if (given < elements.size() && type.underlying() instanceof Type.Array) {
        elements.set(given++, value);
      } else {
        elements.add(value);
      }
    }

    /** A part of a slice; what is put into one is not seen in the other. */
    Sequence part(SliceBounds bounds) {
      Sequence part = new Sequence(type);
      part.elements.addAll(elements.subList(bounds.from(), bounds.to()));
      part.isOfOthers = isOfOthers;
      return part;
    }

    /** Fills an array: it is as long as its type says from the beginning. */
    void fill() {
      if (type.underlying() instanceof Type.Array(long length, Type element)) {
        for (long i = elements.size(); i < Math.min(length, LONGEST_ARRAY); i++) {
          elements.add(Instances.zero(element));
        }
      }
    }

    /** No more elements of an array are told apart. */
    private static final long LONGEST_ARRAY = 64;
  }

  static final class Table extends Instance {
    final Map<Datum, Datum> entries = new LinkedHashMap<>(2);

    Table(Type type) {
      super(type, false);
    }
  }
}
