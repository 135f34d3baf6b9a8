package dev.tidemark.profile.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.regex.Pattern;

/** Looks at the head of an input: binary first, then the first line, then all lines. */
final class FormDetector {
  private static final Pattern COUNTS = Pattern.compile("\\S+ profile: total \\d+");
  private static final Pattern METRIC =
      Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*(\\{[^}]*\\})? +[-+]?[0-9.NI][^ ]*( .*)?");

  private final byte[] head;

  FormDetector(byte[] head) {
    this.head =
        head.length <= CaptureForm.HEAD_BYTES ? head : Arrays.copyOf(head, CaptureForm.HEAD_BYTES);
  }

  CaptureForm form() {
    if (isGzip() || new ProtobufShape(head).isProfile()) {
      return CaptureForm.PPROF;
    }
    String text = new String(head, StandardCharsets.ISO_8859_1);
    CaptureForm first = formOfFirstLine(text);
    return first == CaptureForm.UNKNOWN ? formOfLines(text) : first;
  }

  private boolean isGzip() {
    return head.length >= 2 && head[0] == 0x1f && head[1] == (byte) 0x8b;
  }

  private static CaptureForm formOfFirstLine(String text) {
    String line = text.lines().filter(each -> !each.isBlank()).findFirst().orElse("").strip();
    if (line.startsWith("heap profile: ")) {
      return CaptureForm.HEAP_TEXT;
    }
    if (line.startsWith("goroutine profile: total ")) {
      return CaptureForm.GOROUTINE_TEXT;
    }
    if (COUNTS.matcher(line).matches()) {
      return CaptureForm.COUNT_TEXT;
    }
    if (line.startsWith("--- contention:") || line.startsWith("--- mutex:")) {
      return CaptureForm.CONTENTION_TEXT;
    }
    // A byte order mark reads so in Latin-1; spreadsheets write one.
    String columns = line.startsWith("\u00ef\u00bb\u00bf") ? line.substring(3) : line;
    if (columns.replace("\"", "").startsWith("series_id,epoch_seconds,")) {
      return CaptureForm.SERIES;
    }
    boolean metrics =
        line.startsWith("# HELP ")
            || line.startsWith("# TYPE ")
            || line.startsWith("# UNIT ")
            || line.equals("# EOF");
    return metrics ? CaptureForm.METRICS : CaptureForm.UNKNOWN;
  }

  /** A dump at the end of a log that also has gctrace lines is a dump: it says more. */
  private static CaptureForm formOfLines(String text) {
    CaptureForm form = CaptureForm.UNKNOWN;
    boolean endsInLine = !text.endsWith("\n");
    boolean onlyMetrics = true;
    boolean anyMetric = false;
    for (Iterator<String> lines = text.lines().iterator(); lines.hasNext(); ) {
      String line = lines.next();
      if (isGoroutineHeader(line)) {
        return CaptureForm.GOROUTINE_DUMP;
      }
      if (form == CaptureForm.UNKNOWN && GcTraceReader.collection(line).isPresent()) {
        form = CaptureForm.GC_TRACE;
      }
      boolean cut = endsInLine && !lines.hasNext();
      if (onlyMetrics && !cut && !line.isBlank() && !line.startsWith("#")) {
        onlyMetrics = METRIC.matcher(line).matches();
        anyMetric |= onlyMetrics;
      }
    }
    return form == CaptureForm.UNKNOWN && onlyMetrics && anyMetric ? CaptureForm.METRICS : form;
  }

  private static boolean isGoroutineHeader(String line) {
    if (!line.endsWith("]:")) {
      return false;
    }
    String word = "goroutine ";
    int start = line.indexOf(word);
    int digits = start + word.length();
    int at = digits;
    while (start >= 0 && at < line.length() && Character.isDigit(line.charAt(at))) {
      at++;
    }
    return start >= 0 && at > digits && line.indexOf('[', at) > 0;
  }
}
