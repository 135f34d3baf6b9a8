package dev.tidemark.scan.rule.context;

import dev.tidemark.golang.ssa.Body;
import dev.tidemark.golang.ssa.QualifiedName;
import dev.tidemark.golang.types.Type;
import dev.tidemark.golang.types.Var;

/** What the rules of this package know of contexts. */
final class Contexts {
  private Contexts() {}

  static boolean isContext(Type type) {
    return QualifiedName.of(type).equals("context.Context");
  }

  /** Whether a function is handed a context, or the request that has one. */
  static boolean isAtHand(Body body) {
    for (Body at = body; ; at = at.outer()) {
      for (Var parameter : at.signature().params()) {
        if (!parameter.name().equals("_") && carries(parameter.type())) {
          return true;
        }
      }
      if (!at.isLiteral()) {
        return false;
      }
    }
  }

  private static boolean carries(Type type) {
    return switch (QualifiedName.of(type)) {
      case "context.Context",
          "net/http.Request",
          "github.com/gin-gonic/gin.Context",
          "github.com/labstack/echo/v4.Context",
          "github.com/gofiber/fiber/v2.Ctx" ->
          true;
      default -> false;
    };
  }
}
