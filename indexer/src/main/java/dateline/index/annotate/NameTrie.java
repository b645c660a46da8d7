package dateline.index.annotate;

import java.util.Arrays;
import java.util.BitSet;

/// Names as sequences of word numbers, each with a payload. Filled once, then only read.
///
/// One open hash table from (node, word) to node: 16 bytes an edge, one probe a token. Which words
/// open names, and which go on with any, is told without a probe.
final class NameTrie {
  static final int NONE = -1;
  static final int ROOT = 0;

  private long[] edges = new long[1 << 12];
  private int[] targets = new int[1 << 12];
  private int[] payloads = new int[1 << 10];
  private int nodes = 1;
  private final BitSet opening = new BitSet();
  private final BitSet continuing = new BitSet();

  NameTrie() {
    Arrays.fill(edges, NONE);
    Arrays.fill(payloads, NONE);
  }

  /// The node of a name, made when it is new.
  int add(int[] words) {
    int node = ROOT;
    for (int word : words) {
      int next = next(node, word);
      node = next == NONE ? append(node, word) : next;
    }
    return node;
  }

  int payload(int node) {
    return payloads[node];
  }

  void setPayload(int node, int payload) {
    payloads[node] = payload;
  }

  /// The node of names that open with `word`, or [#NONE].
  int first(int word) {
    return next(ROOT, word);
  }

  /// Whether any name has `word` behind its first.
  boolean continuesWith(int word) {
    return word != Lexicon.UNKNOWN && continuing.get(word);
  }

  /// The node behind `word`, or [#NONE].
  int next(int node, int word) {
    if (word == Lexicon.UNKNOWN || (node == ROOT && !opening.get(word))) {
      return NONE;
    }
    long edge = ((long) node << 32) | word;
    int slot = slot(edge);
    while (edges[slot] != NONE) {
      if (edges[slot] == edge) {
        return targets[slot];
      }
      slot = (slot + 1) & (edges.length - 1);
    }
    return NONE;
  }

  private int append(int node, int word) {
    if (2 * nodes >= edges.length) {
      grow();
    }
    if (nodes == payloads.length) {
      payloads = Arrays.copyOf(payloads, 2 * nodes);
      Arrays.fill(payloads, nodes, payloads.length, NONE);
    }
    (node == ROOT ? opening : continuing).set(word);
    put(((long) node << 32) | word, nodes);
    return nodes++;
  }

  private void put(long edge, int target) {
    int slot = slot(edge);
    while (edges[slot] != NONE) {
      slot = (slot + 1) & (edges.length - 1);
    }
    edges[slot] = edge;
    targets[slot] = target;
  }

  private void grow() {
    long[] oldEdges = edges;
    int[] oldTargets = targets;
    edges = new long[2 * oldEdges.length];
    targets = new int[edges.length];
    Arrays.fill(edges, NONE);
    for (int i = 0; i < oldEdges.length; i++) {
      if (oldEdges[i] != NONE) {
        put(oldEdges[i], oldTargets[i]);
      }
    }
  }

  private int slot(long edge) {
    long mixed = edge * 0x9E3779B97F4A7C15L; // Fibonacci hashing, Knuth TAOCP 3, section 6.4
    return (int) (mixed >>> 40) & (edges.length - 1);
  }
}
