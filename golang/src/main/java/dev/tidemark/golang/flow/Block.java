package dev.tidemark.golang.flow;

import dev.tidemark.golang.syntax.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Code that runs from its start to its end.
 *
 * <p>Its nodes are simple statements, {@code var} specifications and expressions (the tag of a
 * switch, the operand of a range loop), and at the start of a block that a clause or loop leads to
 * what it binds there: a {@code RangeStmt} the next element, a {@code CaseClause} the variable of a
 * type switch, the communication of a {@code select} what was sent or received.
 */
public final class Block {
  private static final Exit JUMP = new Exit.Jump();

  final List<Node> code = new ArrayList<>(4);
  final List<Block> next = new ArrayList<>(2);
  final List<Block> from = new ArrayList<>(2);
  Exit end = JUMP;
  int index = -1;

  Block() {}

  /** Its place in {@link Graph#blocks}; 0 is where the function starts. */
  public int index() {
    return index;
  }

  public List<Node> nodes() {
    return Collections.unmodifiableList(code);
  }

  public Exit exit() {
    return end;
  }

  public List<Block> successors() {
    return Collections.unmodifiableList(next);
  }

  public List<Block> predecessors() {
    return Collections.unmodifiableList(from);
  }

  @Override
  public String toString() {
    return "block " + index;
  }
}
