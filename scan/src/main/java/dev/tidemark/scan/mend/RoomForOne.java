package dev.tidemark.scan.mend;

import dev.tidemark.golang.syntax.Expr;
import dev.tidemark.golang.syntax.Node;
import dev.tidemark.golang.syntax.Stmt;
import dev.tidemark.golang.syntax.Token;
import java.util.List;

/**
 * Leaves room in a channel for the one value that a goroutine sends, so that it need not wait for a
 * receiver that has gone.
 *
 * <pre>
 *   ch := make(chan T)                    ch := make(chan T, 1)
 *   go func() { ch &lt;- slow() }()           go func() { ch &lt;- slow() }()
 * </pre>
 *
 * <p>Only for a channel that stays in its function, with one send in all, which runs once and is
 * the last thing that the goroutine does: nothing then relies on having been received.
 */
final class RoomForOne implements Mending {
  @Override
  public Change of(Source source) throws NotMendable {
    if (!(source.place().statement() instanceof Stmt.SendStmt send
        && send.channel() instanceof Expr.Ident channel)) {
      throw new NotMendable("it is no plain send on a channel of the function");
    }
    Place sending = source.place();
    if (sending.next().filter(next -> !(next instanceof Stmt.ReturnStmt)).isPresent()) {
      throw new NotMendable("the goroutine goes on behind the send");
    }
    Stmt.AssignStmt made = made(channel.name(), send, source);
    Place place = Place.of(made, source.parents());
    Expr.CallExpr make = (Expr.CallExpr) made.right().getFirst();
    if (make.arguments().size() != 1
        || !(make.arguments().getFirst() instanceof Expr.ChanType type)) {
      throw new NotMendable("the channel has room, and it is not enough");
    }
    isSentOnce(channel.name(), place, sending);
    Edit edit = source.text().replace(type.to(), type.to(), ", 1");
    return Change.of("%s leaves room for one value".formatted(channel.name()), edit);
  }

  private static Stmt.AssignStmt made(String channel, Stmt.SendStmt send, Source source)
      throws NotMendable {
    List<Node> outer =
        source.parents().around(send).stream()
            .filter(one -> one instanceof Stmt.BlockStmt)
            .toList();
    for (Node block : outer) {
      for (Stmt one : ((Stmt.BlockStmt) block).statements()) {
        if (one instanceof Stmt.AssignStmt assign
            && assign.operator() == Token.DEFINE
            && assign.left().size() == 1
            && assign.left().getFirst() instanceof Expr.Ident left
            && left.name().equals(channel)) {
          if (assign.right().getFirst() instanceof Expr.CallExpr call
              && call.function() instanceof Expr.Ident function
              && function.name().equals("make")) {
            return assign;
          }
          throw new NotMendable("the channel is made elsewhere");
        }
      }
    }
    throw new NotMendable("the channel is made elsewhere");
  }

  private static void isSentOnce(String channel, Place made, Place sending) throws NotMendable {
    Parents parents = made.parents();
    for (Expr.Ident use : made.uses(channel)) {
      Node whole = parents.of(use).orElseThrow();
      boolean isThisSend = whole.equals(sending.statement());
      boolean isReceived = whole instanceof Expr.UnaryExpr unary && unary.operator() == Token.ARROW;
      if (whole instanceof Stmt.SendStmt && !isThisSend) {
        throw new NotMendable("more than one value may be sent");
      }
      if (!isThisSend && !isReceived) {
        throw new NotMendable("more is done with the channel than to send and receive once");
      }
    }
    for (Node around : parents.around(sending.statement())) {
      if (around.equals(made.function())) {
        break;
      }
      if ((around instanceof Stmt.ForStmt || around instanceof Stmt.RangeStmt)
          && !Parents.contains(around, made.statement())) {
        throw new NotMendable("the send is in a loop");
      }
    }
    boolean isOwn =
        sending.function() instanceof Expr.FuncLit literal
            && parents.of(literal).orElseThrow() instanceof Expr.CallExpr call
            && parents.of(call).orElseThrow() instanceof Stmt.GoStmt started
            && Place.of(started, parents).function().equals(made.function());
    if (!isOwn) {
      throw new NotMendable("the send is not of a goroutine that this function starts itself");
    }
  }
}
