package dateline.index.annotate;

import dateline.corpus.gazetteer.Gazetteer;
import dateline.corpus.gazetteer.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds titles and roles, in any case and with or without points.
final class RoleMatcher {
  /// @param end token after the last
  record Match(int end, Role role) {}

  private final NameTrie trie = new NameTrie();
  private final List<Role> roles = new ArrayList<>();

  RoleMatcher(Gazetteer gazetteer, Lexicon lexicon) {
    var words = new NameWords(lexicon);
    for (Role role : gazetteer.roles()) {
      String bare = role.phrase().replaceAll("\\.(?=\\s|$)", "");
      int node = trie.add(words.of(bare));
      if (trie.payload(node) == NameTrie.NONE) {
        trie.setPayload(node, roles.size());
        roles.add(role);
      }
    }
  }

  boolean opensWith(int word) {
    return trie.opensWith(word);
  }

  /// The longest role from token `start` on; null when there is none.
  @Nullable Match longest(Tokens tokens, int start) {
    if ((tokens.traits[start] & Traits.OPENS_ROLE) == 0) {
      return null;
    }
    Match best = null;
    int node = NameTrie.ROOT;
    for (int i = start; i < tokens.size && (i == start || tokens.isJoined(i)); i++) {
      node = trie.next(node, tokens.spellings[i].lower);
      if (node == NameTrie.NONE) {
        break;
      }
      if (trie.payload(node) != NameTrie.NONE) {
        best = new Match(i + 1, roles.get(trie.payload(node)));
      }
    }
    return best;
  }
}
